package parallax.web;

import freemarker.template.AdapterTemplateModel;
import freemarker.template.Configuration;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.MethodCallAwareTemplateHashModel;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets templates read our package-private pages and records, which Freemarker alone does not. */
final class TemplateObjects extends DefaultObjectWrapper {

    private static final Map<Class<?>, Map<String, Method>> METHODS = new ConcurrentHashMap<>();

    TemplateObjects() {
        super(Configuration.VERSION_2_3_34);
        writeProtect();
    }

    @Override
    public @Nullable TemplateModel wrap(@Nullable Object object) throws TemplateModelException {
        if (object != null
                && !Modifier.isPublic(object.getClass().getModifiers())
                && object.getClass().getName().startsWith("parallax.")) {
            return new Ours(object);
        }
        return super.wrap(object);
    }

    private static Map<String, Method> methodsOf(Class<?> type) {
        return METHODS.computeIfAbsent(
                type,
                found -> Arrays.stream(found.getMethods())
                        .filter(method -> method.getDeclaringClass() != Object.class)
                        .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                        .peek(method -> method.setAccessible(true))
                        .collect(Collectors.toMap(Method::getName, Function.identity(), (first, second) -> first)));
    }

    private final class Ours implements MethodCallAwareTemplateHashModel, TemplateScalarModel, AdapterTemplateModel {

        private final Object object;

        Ours(Object object) {
            this.object = object;
        }

        @Override
        public @Nullable TemplateModel get(String key) throws TemplateModelException {
            Optional<Method> getter = getter(key);
            if (getter.isPresent()) {
                return wrap(call(getter.get()));
            }
            Method method = methodsOf(object.getClass()).get(key);
            return method == null ? null : (TemplateMethodModelEx) arguments -> call(method, arguments);
        }

        @Override
        public @Nullable TemplateModel getBeforeMethodCall(String key) throws TemplateModelException {
            Method method = methodsOf(object.getClass()).get(key);
            return method == null ? get(key) : (TemplateMethodModelEx) arguments -> call(method, arguments);
        }

        private Optional<Method> getter(String key) {
            Map<String, Method> methods = methodsOf(object.getClass());
            String capital = key.isEmpty() ? key : Character.toUpperCase(key.charAt(0)) + key.substring(1);
            return List.of(key, "get" + capital, "is" + capital).stream()
                    .filter(methods::containsKey)
                    .map(methods::get)
                    .filter(method -> method.getParameterCount() == 0)
                    .findFirst();
        }

        private @Nullable Object call(Method method, List<?> arguments) throws TemplateModelException {
            List<@Nullable Object> values = new ArrayList<>();
            for (int index = 0; index < arguments.size(); index++) {
                values.add(unwrap((TemplateModel) arguments.get(index), method.getParameterTypes()[index]));
            }
            return call(method, values.toArray());
        }

        private @Nullable Object call(Method method, @Nullable Object... values) throws TemplateModelException {
            try {
                return method.invoke(object, values);
            } catch (InvocationTargetException thrown) {
                throw new TemplateModelException(method.getName() + "() failed", thrown.getCause());
            } catch (IllegalAccessException | IllegalArgumentException wrong) {
                throw new TemplateModelException(method.getName() + "() cannot be called like that", wrong);
            }
        }

        @Override
        public boolean isEmpty() {
            return false;
        }

        @Override
        public String getAsString() {
            return object.toString();
        }

        @Override
        public Object getAdaptedObject(Class<?> hint) {
            return object;
        }
    }
}
