package nl.gebiedsmonitor.api.subscription;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a webhook is signed with, after Standard Webhooks. */
final class Secret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String base64;

    private Secret(String base64) {
        this.base64 = base64;
    }

    static Secret random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getEncoder().encodeToString(bytes));
    }

    /** One that was kept. */
    static Secret of(String base64) {
        return new Secret(base64);
    }

    /** How it is kept. */
    String base64() {
        return base64;
    }

    /** How it is shown to whoever is to have it. */
    String shown() {
        return PREFIX + base64;
    }

    /** The signature of a message, with its version before it. */
    String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64), ALGORITHM));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
