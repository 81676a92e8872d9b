package nl.gebiedsmonitor.projections.eventlog;

import com.fasterxml.jackson.annotation.JsonInclude;
import nl.gebiedsmonitor.domain.DomainEvent;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** Events as JSON under their logical names; what is null is left out, what is empty is not. */
public final class EventSerializer extends Jackson3Serializer {

    /** The shape of every event until one changes; a change comes with an upcaster. */
    static final String REVISION = "1";

    public EventSerializer() {
        super(builder().jsonMapperBuilderCustomizer(json -> json.changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new ObservationJson())));
    }

    @Override
    public SerializedType typeForClass(@SuppressWarnings("rawtypes") Class type) {
        return DomainEvent.class.isAssignableFrom(type)
                ? new SimpleSerializedType(EventNames.nameOf(type), REVISION)
                : super.typeForClass(type);
    }

    @Override
    protected String resolveClassName(SerializedType type) {
        return EventNames.all().contains(type.getName())
                ? EventNames.classOf(type.getName()).getName()
                : super.resolveClassName(type);
    }
}
