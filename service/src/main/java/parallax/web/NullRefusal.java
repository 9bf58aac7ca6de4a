package parallax.web;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.NullValueProvider;
import com.fasterxml.jackson.databind.deser.SettableBeanProperty;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.util.AccessPattern;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Makes {@link NullsRefused} work. Jackson's own {@code Nulls.FAIL} refuses what is left out, too. */
final class NullRefusal extends BeanDeserializerModifier {

    @Serial
    private static final long serialVersionUID = 1;

    @Override
    public BeanDeserializerBuilder updateBuilder(
            DeserializationConfig config, BeanDescription description, BeanDeserializerBuilder builder) {
        if (description.getClassAnnotations().has(NullsRefused.class)) {
            SettableBeanProperty[] arguments = builder.getValueInstantiator().getFromObjectArguments(config);
            for (int i = 0; i < arguments.length; i++) {
                SettableBeanProperty argument = arguments[i];
                if (!JsonNode.class.isAssignableFrom(argument.getType().getRawClass())) {
                    arguments[i] = argument.withNullProvider(new Refusal(argument));
                }
            }
        }
        return builder;
    }

    private record Refusal(SettableBeanProperty property) implements NullValueProvider {

        @Override
        public Object getNullValue(DeserializationContext context) throws JsonMappingException {
            throw InvalidNullException.from(context, property.getFullName(), property.getType());
        }

        @Override
        @SuppressWarnings("NullAway") // what is left out is null in the record, as its component says
        public @Nullable Object getAbsentValue(DeserializationContext context) {
            return null;
        }

        @Override
        public AccessPattern getNullAccessPattern() {
            return AccessPattern.DYNAMIC;
        }
    }
}
