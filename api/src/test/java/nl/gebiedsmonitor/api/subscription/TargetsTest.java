package nl.gebiedsmonitor.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import nl.gebiedsmonitor.domain.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events are sent to the public internet over https, and to nothing inside a network that was not allowed. */
class TargetsTest {

    private static final Targets NOTHING_ALLOWED =
            new Targets(List.of(), host -> List.of(InetAddress.getAllByName(host)));

    private static Targets where(String host, String... addresses) {
        return new Targets(List.of(), asked -> {
            if (!asked.equals(host)) {
                throw new UnknownHostException(asked);
            }
            return List.of(addresses).stream().map(TargetsTest::address).toList();
        });
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "2002:c0a8:101::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void what_is_not_of_the_public_internet_is_refused_whatever_its_name(String address) {
        assertThat(PublicAddress.is(address(address))).isFalse();
        assertThatThrownBy(() -> where("example.org", address).read("https://example.org/"))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> where("example.org", address).resolve("example.org", 443))
                .isInstanceOf(Targets.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.0.1",
                "223.255.255.255",
                "2a00:1450:400e::1",
                "64:ff9b::101:101",
                "2002:101:101::1"
            })
    void what_is_of_the_public_internet_is_taken(String address) {
        assertThat(PublicAddress.is(address(address))).isTrue();
        assertThat(where("example.org", address).read("https://example.org/events?a=b"))
                .isEqualTo("https://example.org/events?a=b");
    }

    @Property
    void an_address_inside_another_counts_as_what_it_leads_to(@ForAll int bits) throws UnknownHostException {
        byte[] plain = ByteBuffer.allocate(4).putInt(bits).array();
        boolean isPublic = PublicAddress.is(InetAddress.getByAddress(plain));
        byte[] translated = ByteBuffer.allocate(16)
                .putInt(0x0064ff9b)
                .putLong(0)
                .putInt(bits)
                .array();
        byte[] tunnelled =
                ByteBuffer.allocate(16).putShort((short) 0x2002).putInt(bits).array();
        byte[] mapped =
                ByteBuffer.allocate(16).putLong(0).putInt(0xffff).putInt(bits).array();
        assertThat(PublicAddress.is(InetAddress.getByAddress(translated))).isEqualTo(isPublic);
        assertThat(PublicAddress.is(InetAddress.getByAddress(tunnelled))).isEqualTo(isPublic);
        assertThat(PublicAddress.is(InetAddress.getByAddress(mapped))).isEqualTo(isPublic);
    }

    @Test
    void of_the_addresses_of_a_name_only_the_public_ones_are_connected_to() throws UnknownHostException {
        assertThat(where("example.org", "10.0.0.1", "1.1.1.1", "::1").resolve("example.org", 443))
                .containsExactly(new InetSocketAddress("1.1.1.1", 443));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://localhost/",
                "https://localhost:8080/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.1/",
                "https://127.1/",
                "https://0177.0.0.1/",
                "https://127.0.0.1./",
                "https://[::1]/",
                "https://[::]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[fe80::1%25eth0]/",
                "https://169.254.169.254/latest/meta-data",
                "https://no-such-name.invalid/",
                "http://1.1.1.1/",
                "ftp://1.1.1.1/",
                "file:///etc/passwd",
                "https:///events",
                "https://user:password@1.1.1.1/",
                "https://1.1.1.1/#fragment",
                "https://1.1.1.1:0/",
                "https://1.1.1.1:99999/",
                "https://1.1.1.1\\@127.0.0.1/",
                "//1.1.1.1/",
                "example.org",
                "https://exam ple.org/",
                "https://1.1.1.1/a\nb"
            })
    void what_is_no_address_to_send_to_is_refused(String target) {
        assertThatThrownBy(() -> NOTHING_ALLOWED.read(target)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/, true",
        "http://127.0.0.1:8081/, false",
        "https://127.0.0.1/, false",
        "http://localhost/, true",
        "https://LOCALHOST:9999/, true",
        "http://[::1]:9/, true"
    })
    void what_the_configuration_allows_is_taken_by_host_or_host_and_port(String target, boolean isTaken) {
        Targets targets = new Targets(
                List.of("127.0.0.1:8080", "localhost", "[::1]:9"), host -> List.of(InetAddress.getAllByName(host)));
        if (isTaken) {
            assertThat(targets.read(target)).isEqualTo(target);
        } else {
            assertThatThrownBy(() -> targets.read(target)).isInstanceOf(InvalidValue.class);
        }
    }
}
