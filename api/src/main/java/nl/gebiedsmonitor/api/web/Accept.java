package nl.gebiedsmonitor.api.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** The header Accept (RFC 9110, 12.5.1): which media types a reader takes, and how much it wants each. */
public final class Accept {

    /**
     * A form that an answer can have.
     *
     * @param type its media type, as it is told to a reader who can take none
     * @param isIn whether it is among the media types that a range stands for
     */
    public record Offer<T>(T form, String type, Predicate<MediaType> isIn) {}

    /**
     * What was chosen.
     *
     * @param range what the reader said of it, with its parameters; any when it said nothing
     */
    public record Choice<T>(T form, MediaType range) {}

    /** A form that is accepted, by the range that names it most exactly. */
    private record Accepted<T>(Offer<T> offer, int rank, MediaType range, int place) {

        private static final Comparator<Accepted<?>> BY_SPECIFICITY = Comparator.comparingInt(Accepted::specificity);

        /** By quality; what is left open goes by how exactly and how early it is named, and by what is offered first. */
        private static final Comparator<Accepted<?>> BY_WISH = Comparator.<Accepted<?>>comparingDouble(
                        accepted -> accepted.range().getQualityValue())
                .thenComparing(BY_SPECIFICITY)
                .thenComparing(
                        Comparator.<Accepted<?>>comparingInt(Accepted::place).reversed())
                .thenComparing(
                        Comparator.<Accepted<?>>comparingInt(Accepted::rank).reversed());

        private int specificity() {
            return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
        }
    }

    private final @Nullable List<MediaType> ranges;

    private Accept(@Nullable List<MediaType> ranges) {
        this.ranges = ranges;
    }

    /**
     * Reads the header.
     *
     * @param header as it was sent; null, or blank, accepts all
     */
    public static Accept read(@Nullable String header) {
        Vary.by(HttpHeaders.ACCEPT);
        return new Accept(parse(header));
    }

    /**
     * The media types that are accepted, for Spring to choose among. Parameters other than their quality are left out, since it
     * would put those of the reader into the answer.
     *
     * @throws HttpMediaTypeNotAcceptableException when the header cannot be read, or takes nothing
     */
    static List<MediaType> ranges(@Nullable String header) throws HttpMediaTypeNotAcceptableException {
        List<MediaType> ranges = parse(header);
        if (ranges == null) {
            throw new HttpMediaTypeNotAcceptableException("The header Accept cannot be read");
        }
        List<MediaType> accepted = ranges.stream()
                .filter(range -> range.getQualityValue() > 0)
                .map(range -> new MediaType(range.getType(), range.getSubtype(), range.getQualityValue()))
                .toList();
        if (accepted.isEmpty()) {
            throw new HttpMediaTypeNotAcceptableException("The header Accept takes nothing");
        }
        return accepted;
    }

    /**
     * Chooses the form that is wanted most.
     *
     * @param offers what there is, of which the first is given to who wants nothing in particular
     * @param orElse how it can be asked for otherwise, to end a sentence with; may be empty
     * @throws NotAcceptable when none of what there is is accepted, or the header cannot be read
     */
    public <T> Choice<T> choose(List<Offer<T>> offers, String orElse) {
        List<MediaType> accepted = ranges;
        if (accepted == null) {
            throw NotAcceptable.unreadable(types(offers), orElse);
        }
        return IntStream.range(0, offers.size())
                .boxed()
                .flatMap(rank -> best(offers.get(rank), rank, accepted))
                .filter(each -> each.range().getQualityValue() > 0)
                .max(Accepted.BY_WISH)
                .map(each -> new Choice<>(each.offer().form(), each.range()))
                .orElseThrow(() -> NotAcceptable.of(types(offers), orElse));
    }

    private static <T> Stream<Accepted<T>> best(Offer<T> offer, int rank, List<MediaType> ranges) {
        return IntStream.range(0, ranges.size())
                .filter(place -> offer.isIn().test(ranges.get(place)))
                .mapToObj(place -> new Accepted<>(offer, rank, ranges.get(place), place))
                .max(Accepted.BY_SPECIFICITY.thenComparing(
                        Comparator.<Accepted<?>>comparingInt(Accepted::place).reversed()))
                .stream();
    }

    private static <T> List<String> types(List<Offer<T>> offers) {
        return offers.stream().map(Offer::type).toList();
    }

    private static @Nullable List<MediaType> parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return List.of(MediaType.ALL);
        }
        try {
            return MediaType.parseMediaTypes(header);
        } catch (InvalidMediaTypeException malformed) {
            return null;
        }
    }
}
