package nl.gebiedsmonitor.domain.manifest;

import static nl.gebiedsmonitor.domain.RefusedBy.assertInvalid;
import static nl.gebiedsmonitor.domain.manifest.Opgave.ONDERMIJNING_EN_LEEFBAARHEID;
import static nl.gebiedsmonitor.domain.manifest.Opgave.ONDERWIJSACHTERSTANDEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.gebiedsmonitor.domain.RefusedBy;
import nl.gebiedsmonitor.domain.gebied.GebiedCode;
import nl.gebiedsmonitor.domain.gebied.Gebieden;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.EndorseManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.PublishManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.SignManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.WithdrawManifest;
import nl.gebiedsmonitor.domain.manifest.ManifestCommand.WithdrawSignature;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestEndorsed;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestPublished;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestSigned;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.ManifestWithdrawn;
import nl.gebiedsmonitor.domain.manifest.ManifestEvent.SignatureWithdrawn;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {

    private static final ManifestSlug KOM_OP = new ManifestSlug("kom-op-voor-de-meest-kwetsbare-gebieden");
    private static final String TITLE = "Kom op voor de meest kwetsbare gebieden";
    private static final LocalDate PUBLISHED_ON = LocalDate.of(2020, 6, 15);
    private static final LocalDate LATER = LocalDate.of(2021, 3, 1);
    private static final GebiedCode ARNHEM = new GebiedCode("GM0202");
    private static final GebiedCode ARNHEM_OOST = new GebiedCode("SV-ARNHEM-OOST");
    private static final GebiedCode UNKNOWN = new GebiedCode("GM9999");

    private final FixtureConfiguration<Manifest> fixture = new AggregateTestFixture<>(Manifest.class);

    @BeforeEach
    void register_arnhem() {
        Gebieden gebieden = codes ->
                codes.stream().filter(Set.of(ARNHEM, ARNHEM_OOST)::contains).collect(Collectors.toSet());
        fixture.registerInjectableResource(gebieden);
    }

    @Test
    void a_manifest_is_published() {
        fixture.givenNoPriorActivity()
                .when(publish(TITLE, ARNHEM_OOST))
                .expectResultMessagePayload(true)
                .expectEvents(published());
    }

    @Test
    void an_identical_manifest_published_again_changes_nothing() {
        fixture.given(published())
                .when(publish(TITLE, ARNHEM_OOST))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void another_manifest_is_not_published_under_the_same_slug() {
        fixture.given(published())
                .when(publish("Een ander manifest", ARNHEM_OOST))
                .expectException(RefusedBy.rule("manifest-published-once"))
                .expectNoEvents();
    }

    @Test
    void a_focus_area_of_a_manifest_is_registered() {
        fixture.givenNoPriorActivity()
                .when(publish(TITLE, new GebiedCode("SV-NERGENS")))
                .expectException(RefusedBy.rule("gebied-known"));
    }

    @Test
    void a_gemeente_signs_once() {
        fixture.given(published())
                .when(sign(ARNHEM, "Ahmed Marcouch", PUBLISHED_ON))
                .expectResultMessagePayload(true)
                .expectEvents(signed("Ahmed Marcouch", PUBLISHED_ON));
    }

    @Test
    void the_same_signature_again_changes_nothing() {
        fixture.given(published(), signed("Ahmed Marcouch", PUBLISHED_ON))
                .when(sign(ARNHEM, " Ahmed Marcouch ", PUBLISHED_ON))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void another_office_holder_does_not_sign_while_a_signature_stands() {
        fixture.given(published(), signed("Ahmed Marcouch", PUBLISHED_ON))
                .when(sign(ARNHEM, "Pauline Krikke", LATER))
                .expectException(RefusedBy.rule("one-signature-per-gemeente"));
    }

    @Test
    void a_gemeente_signs_again_after_its_signature_was_withdrawn() {
        fixture.given(published(), signed("Ahmed Marcouch", PUBLISHED_ON), signatureWithdrawn())
                .when(sign(ARNHEM, "Pauline Krikke", LATER.plusDays(1)))
                .expectResultMessagePayload(true)
                .expectEvents(signed("Pauline Krikke", LATER.plusDays(1)));
    }

    @Test
    void a_withdrawn_signature_does_not_return_when_it_is_sent_again() {
        fixture.given(published(), signed("Ahmed Marcouch", PUBLISHED_ON), signatureWithdrawn())
                .when(sign(ARNHEM, "Ahmed Marcouch", PUBLISHED_ON))
                .expectException(RefusedBy.rule("signed-not-before-withdrawn"));
    }

    @Test
    void only_for_a_gemeente_a_manifest_is_signed() {
        assertInvalid("signatory-is-gemeente", () -> sign(ARNHEM_OOST, "Ahmed Marcouch", PUBLISHED_ON));
    }

    @Test
    void a_gemeente_that_signs_is_registered() {
        fixture.given(published())
                .when(sign(UNKNOWN, "Ahmed Marcouch", PUBLISHED_ON))
                .expectException(RefusedBy.rule("gebied-known"));
    }

    @Test
    void nobody_signs_before_the_manifest_was_published() {
        fixture.given(published())
                .when(sign(ARNHEM, "Ahmed Marcouch", PUBLISHED_ON.minusDays(1)))
                .expectException(RefusedBy.rule("signed-not-before-published"));
    }

    @Test
    void a_signature_is_withdrawn() {
        fixture.given(published(), signed("Ahmed Marcouch", PUBLISHED_ON))
                .when(new WithdrawSignature(KOM_OP, ARNHEM, LATER, "Besluit van de raad"))
                .expectEvents(signatureWithdrawn());
    }

    @Test
    void a_signature_is_not_withdrawn_before_it_was_given() {
        fixture.given(published(), signed("Ahmed Marcouch", LATER))
                .when(new WithdrawSignature(KOM_OP, ARNHEM, LATER.minusDays(1), "Besluit van de raad"))
                .expectException(RefusedBy.rule("withdrawn-not-before-signed"));
    }

    @Test
    void only_a_signature_that_stands_is_withdrawn() {
        fixture.given(published())
                .when(new WithdrawSignature(KOM_OP, ARNHEM, LATER, "Besluit van de raad"))
                .expectException(RefusedBy.rule("signature-stands"));
    }

    @Test
    void an_organisation_endorses_a_manifest() {
        fixture.given(published(), signed("Ahmed Marcouch", PUBLISHED_ON))
                .when(new EndorseManifest(KOM_OP, "Aedes", null, LATER))
                .expectResultMessagePayload(true)
                .expectEvents(new ManifestEndorsed(KOM_OP, "Aedes", null, LATER));
    }

    @Test
    void an_endorsement_given_twice_changes_nothing() {
        fixture.given(published(), new ManifestEndorsed(KOM_OP, "Aedes", null, LATER))
                .when(new EndorseManifest(KOM_OP, "Aedes", null, LATER.plusDays(1)))
                .expectResultMessagePayload(false)
                .expectNoEvents();
    }

    @Test
    void a_signatory_does_not_endorse() {
        fixture.given(published(), signed("Ahmed Marcouch", PUBLISHED_ON))
                .when(new EndorseManifest(KOM_OP, "Ahmed Marcouch", "burgemeester", LATER))
                .expectException(RefusedBy.rule("endorser-is-not-a-signatory"));
    }

    @Test
    void one_whose_signature_was_withdrawn_may_endorse() {
        fixture.given(published(), signed("Ahmed Marcouch", PUBLISHED_ON), signatureWithdrawn())
                .when(new EndorseManifest(KOM_OP, "Ahmed Marcouch", "burgemeester", LATER))
                .expectEvents(new ManifestEndorsed(KOM_OP, "Ahmed Marcouch", "burgemeester", LATER));
    }

    @Test
    void an_endorser_does_not_sign() {
        fixture.given(published(), new ManifestEndorsed(KOM_OP, "Ahmed Marcouch", "burgemeester", LATER))
                .when(sign(ARNHEM, "Ahmed Marcouch", LATER))
                .expectException(RefusedBy.rule("endorser-is-not-a-signatory"));
    }

    @Test
    void nobody_endorses_before_the_manifest_was_published() {
        fixture.given(published())
                .when(new EndorseManifest(KOM_OP, "Aedes", null, PUBLISHED_ON.minusDays(1)))
                .expectException(RefusedBy.rule("endorsed-not-before-published"));
    }

    @Test
    void a_manifest_is_withdrawn() {
        fixture.given(published(), signed("Ahmed Marcouch", PUBLISHED_ON))
                .when(new WithdrawManifest(KOM_OP, LATER, "Opgevolgd door een nieuw manifest"))
                .expectEvents(withdrawn());
    }

    @Test
    void a_manifest_is_not_withdrawn_before_it_was_published() {
        fixture.given(published())
                .when(new WithdrawManifest(KOM_OP, PUBLISHED_ON.minusDays(1), "Opgevolgd"))
                .expectException(RefusedBy.rule("withdrawn-not-before-published"));
    }

    @Test
    void a_manifest_is_not_withdrawn_before_it_was_signed() {
        fixture.given(published(), signed("Ahmed Marcouch", LATER))
                .when(new WithdrawManifest(KOM_OP, LATER.minusDays(1), "Opgevolgd"))
                .expectException(RefusedBy.rule("withdrawn-not-before-signed"));
    }

    @Test
    void nobody_signs_a_withdrawn_manifest() {
        fixture.given(published(), withdrawn())
                .when(sign(ARNHEM, "Ahmed Marcouch", LATER))
                .expectException(RefusedBy.rule("withdrawn-manifest"));
    }

    @Test
    void nobody_endorses_a_withdrawn_manifest() {
        fixture.given(published(), withdrawn())
                .when(new EndorseManifest(KOM_OP, "Aedes", null, LATER))
                .expectException(RefusedBy.rule("withdrawn-manifest"));
    }

    @Test
    void a_withdrawn_manifest_is_not_withdrawn_again() {
        fixture.given(published(), withdrawn())
                .when(new WithdrawManifest(KOM_OP, LATER, "Opgevolgd"))
                .expectException(RefusedBy.rule("withdrawn-manifest"));
    }

    @Test
    void a_manifest_has_a_title_and_at_least_one_opgave() {
        assertInvalid("manifest-title", () -> publish(" ", ARNHEM_OOST));
        assertInvalid("manifest-title", () -> publish("x".repeat(201), ARNHEM_OOST));
        assertInvalid(
                "manifest-opgaven",
                () -> new PublishManifest(KOM_OP, TITLE, PUBLISHED_ON, List.of(), List.of(), List.of(), List.of()));
    }

    @Test
    void addressees_and_ministries_have_names() {
        assertInvalid(
                "addressee",
                () -> new PublishManifest(
                        KOM_OP,
                        TITLE,
                        PUBLISHED_ON,
                        List.of(""),
                        List.of(),
                        List.of(ONDERWIJSACHTERSTANDEN),
                        List.of()));
        assertInvalid(
                "ministry",
                () -> new PublishManifest(
                        KOM_OP,
                        TITLE,
                        PUBLISHED_ON,
                        List.of(),
                        List.of(""),
                        List.of(ONDERWIJSACHTERSTANDEN),
                        List.of()));
    }

    @Test
    void a_manifest_stands_up_for_focus_areas() {
        assertInvalid("manifest-focus-areas", () -> publish(TITLE, ARNHEM));
    }

    @Test
    void those_who_sign_and_endorse_have_names() {
        assertInvalid("office", () -> new SignManifest(KOM_OP, ARNHEM, "", "Ahmed Marcouch", PUBLISHED_ON));
        assertInvalid("office-holder", () -> sign(ARNHEM, " ", PUBLISHED_ON));
        assertInvalid("endorser", () -> new EndorseManifest(KOM_OP, "", null, LATER));
        assertInvalid("office", () -> new EndorseManifest(KOM_OP, "Ahmed Marcouch", "", LATER));
    }

    @Test
    void a_withdrawal_has_a_reason() {
        assertInvalid("reason", () -> new WithdrawManifest(KOM_OP, LATER, " "));
        assertInvalid("reason", () -> new WithdrawSignature(KOM_OP, ARNHEM, LATER, "x".repeat(1001)));
        assertThat(new WithdrawManifest(KOM_OP, LATER, "x".repeat(1000)).reason())
                .hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "Kom-op", "kom--op", "kom-op-", "-kom", "kom op", "kom_op"})
    void a_text_of_another_grammar_is_no_slug(String text) {
        assertInvalid("manifest-slug", () -> new ManifestSlug(text));
    }

    @Test
    void a_slug_has_at_most_80_characters() {
        assertThat(new ManifestSlug("x".repeat(80))).hasToString("x".repeat(80));
        assertInvalid("manifest-slug", () -> new ManifestSlug("x".repeat(81)));
    }

    private static PublishManifest publish(String title, GebiedCode focusArea) {
        return new PublishManifest(
                KOM_OP,
                title,
                PUBLISHED_ON,
                List.of("Kabinet"),
                List.of("BZK", "OCW"),
                List.of(ONDERWIJSACHTERSTANDEN, ONDERMIJNING_EN_LEEFBAARHEID),
                List.of(focusArea));
    }

    private static ManifestPublished published() {
        return new ManifestPublished(
                KOM_OP,
                TITLE,
                PUBLISHED_ON,
                List.of("Kabinet"),
                List.of("BZK", "OCW"),
                List.of(ONDERWIJSACHTERSTANDEN, ONDERMIJNING_EN_LEEFBAARHEID),
                List.of(ARNHEM_OOST));
    }

    private static SignManifest sign(GebiedCode gemeente, String officeHolder, LocalDate signedOn) {
        return new SignManifest(KOM_OP, gemeente, "burgemeester", officeHolder, signedOn);
    }

    private static ManifestSigned signed(String officeHolder, LocalDate signedOn) {
        return new ManifestSigned(KOM_OP, ARNHEM, "burgemeester", officeHolder, signedOn);
    }

    private static SignatureWithdrawn signatureWithdrawn() {
        return new SignatureWithdrawn(KOM_OP, ARNHEM, LATER, "Besluit van de raad");
    }

    private static ManifestWithdrawn withdrawn() {
        return new ManifestWithdrawn(KOM_OP, LATER, "Opgevolgd door een nieuw manifest");
    }
}
