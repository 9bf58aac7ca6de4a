package parallax.database;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Type;
import java.sql.Types;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.array.SqlArrayType;
import org.jdbi.v3.core.array.SqlArrayTypeFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.mapper.ColumnMapperFactory;
import org.jdbi.v3.core.spi.JdbiPlugin;
import org.jdbi.v3.core.statement.StatementExceptions;

/** Typed ids are {@code uuid} columns; enums are {@code text} columns in lower case; lists of either are arrays. */
final class DomainTypes implements JdbiPlugin {

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        // what was bound names people, and what is thrown may be logged
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        jdbi.registerArgument(new Arguments());
        jdbi.registerColumnMapper(new Columns());
        jdbi.registerArrayType(new ArrayTypes());
        jdbi.registerArrayType(UUID.class, "uuid");
        jdbi.registerArrayType(String.class, "text");
        jdbi.registerArrayType(Short.class, "smallint");
        jdbi.registerArrayType(Integer.class, "integer");
        jdbi.registerArrayType(Long.class, "bigint");
        jdbi.registerArrayType(byte[].class, "bytea");
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord() && Id.class.isAssignableFrom(type);
    }

    private static String code(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    private static final class Arguments implements ArgumentFactory.Preparable {

        @Override
        public Optional<java.util.function.Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
            Class<?> erased = GenericTypes.getErasedType(type);
            // Jdbi's own UUID argument sends a null as text, which a uuid column refuses.
            if (isId(erased) || erased == UUID.class) {
                return Optional.of(value -> (position, statement, context) -> {
                    if (value == null) {
                        statement.setNull(position, Types.OTHER);
                    } else {
                        statement.setObject(position, value instanceof Id id ? id.value() : value);
                    }
                });
            }
            if (erased.isEnum()) {
                return Optional.of(value -> (position, statement, context) ->
                        statement.setString(position, value == null ? null : code(value)));
            }
            return Optional.empty();
        }
    }

    private static final class Columns implements ColumnMapperFactory {

        @Override
        public Optional<ColumnMapper<?>> build(Type type, ConfigRegistry config) {
            Class<?> erased = GenericTypes.getErasedType(type);
            if (isId(erased)) {
                Constructor<?> constructor = constructor(erased);
                return Optional.of((rows, column, context) -> {
                    UUID value = rows.getObject(column, UUID.class);
                    return value == null ? null : make(constructor, value);
                });
            }
            if (erased.isEnum()) {
                return Optional.of((rows, column, context) -> {
                    String code = rows.getString(column);
                    return code == null ? null : constant(erased, code);
                });
            }
            return Optional.empty();
        }

        private static Constructor<?> constructor(Class<?> id) {
            try {
                Constructor<?> constructor = id.getDeclaredConstructor(UUID.class);
                constructor.setAccessible(true);
                return constructor;
            } catch (NoSuchMethodException e) {
                throw new IllegalArgumentException(id + " must be a record of one UUID", e);
            }
        }

        private static Object make(Constructor<?> constructor, UUID value) {
            try {
                return constructor.newInstance(value);
            } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(constructor + " failed", e);
            }
        }

        private static Object constant(Class<?> type, String code) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> code(constant).equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "the database holds '%s', which is no %s".formatted(code, type.getSimpleName())));
        }
    }

    private static final class ArrayTypes implements SqlArrayTypeFactory {

        @Override
        public Optional<SqlArrayType<?>> build(Type type, ConfigRegistry config) {
            Class<?> erased = GenericTypes.getErasedType(type);
            if (isId(erased)) {
                return Optional.of(SqlArrayType.<Id>of("uuid", Id::value));
            }
            if (erased.isEnum()) {
                return Optional.of(SqlArrayType.<Enum<?>>of("text", DomainTypes::code));
            }
            return Optional.empty();
        }
    }
}
