package parallax.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.extension.ExtensionContext;
import org.jdbi.v3.core.extension.ExtensionFactory;
import org.jdbi.v3.core.extension.ExtensionMetadata;
import org.jdbi.v3.core.extension.ExtensionMetadata.ExtensionHandlerInvoker;
import org.jdbi.v3.core.extension.Extensions;
import org.jdbi.v3.core.extension.HandleSupplier;
import org.jdbi.v3.sqlobject.SqlObjectFactory;
import org.jspecify.annotations.Nullable;

/**
 * Prepares each DAO once. Jdbi prepares every method of a DAO anew whenever it is attached, which for one of twenty methods
 * takes 120 µs, more than its statement; this takes 1. What is set on a single handle does not reach the DAOs.
 */
final class StandingDaos implements ExtensionFactory {

    private final Jdbi jdbi;
    private final ExtensionFactory sqlObjects;
    private final Map<Class<?>, Standing> known = new ConcurrentHashMap<>();

    private StandingDaos(Jdbi jdbi, ExtensionFactory sqlObjects) {
        this.jdbi = jdbi;
        this.sqlObjects = sqlObjects;
    }

    /** After everything else was set on the Jdbi. */
    static void install(Jdbi jdbi) {
        Extensions extensions = jdbi.getConfig(Extensions.class);
        ExtensionFactory sqlObjects =
                extensions.findFactory(SqlObjectFactory.class).orElseThrow();
        extensions.register(new StandingDaos(jdbi, sqlObjects));
    }

    @Override
    public boolean accepts(Class<?> type) {
        return sqlObjects.accepts(type);
    }

    @Override
    public Set<FactoryFlag> getFactoryFlags() {
        return EnumSet.of(FactoryFlag.DONT_USE_PROXY);
    }

    @Override
    public <E> E attach(Class<E> type, HandleSupplier handles) {
        // not computeIfAbsent: preparing one DAO may attach another
        Standing found = known.get(type);
        Standing standing = found == null ? prepare(type) : found;
        return type.cast(proxy(type, (proxy, method, arguments) -> standing.call(handles, proxy, method, arguments)));
    }

    private Standing prepare(Class<?> type) {
        Standing standing = new Standing(type);
        known.putIfAbsent(type, standing);
        return standing;
    }

    private static Object proxy(Class<?> type, InvocationHandler handler) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler);
    }

    /** A DAO whose methods are prepared, for whatever handle the calling thread works with. */
    private final class Standing {

        private final Class<?> type;
        private final Map<Method, ExtensionHandlerInvoker> methods = new HashMap<>();
        private final Current current = new Current(jdbi);

        Standing(Class<?> type) {
            this.type = type;
            ConfigRegistry shared = jdbi.getConfig();
            ExtensionMetadata metadata = shared.get(Extensions.class).findMetadata(type, sqlObjects);
            ConfigRegistry config = metadata.createInstanceConfiguration(shared);
            // default methods call the others through this
            Object self = proxy(
                    type,
                    (proxy, method, arguments) ->
                            call(Objects.requireNonNull(current.supplier.get()), proxy, method, arguments));
            for (Method method : metadata.getExtensionMethods()) {
                methods.put(method, metadata.createExtensionHandlerInvoker(self, method, current, config));
            }
        }

        @Nullable
        Object call(HandleSupplier handles, Object proxy, Method method, Object @Nullable [] arguments) {
            ExtensionHandlerInvoker invoker = methods.get(method);
            if (invoker == null) {
                return ofObject(proxy, method, arguments);
            }
            HandleSupplier before = current.supplier.get();
            current.supplier.set(handles);
            try {
                return arguments == null ? invoker.invoke() : invoker.invoke(arguments);
            } finally {
                if (before == null) {
                    current.supplier.remove();
                } else {
                    current.supplier.set(before);
                }
            }
        }

        private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> type.getName();
            };
        }
    }

    /** Stands for the supplier that the thread's call came with. */
    private static final class Current implements HandleSupplier {

        private final Jdbi jdbi;
        private final ThreadLocal<@Nullable HandleSupplier> supplier = new ThreadLocal<>();

        Current(Jdbi jdbi) {
            this.jdbi = jdbi;
        }

        private HandleSupplier now() {
            return Objects.requireNonNull(supplier.get(), "a DAO is called out of its handle");
        }

        @Override
        public Handle getHandle() {
            return now().getHandle();
        }

        @Override
        public Jdbi getJdbi() {
            return jdbi;
        }

        @Override
        public ConfigRegistry getConfig() {
            return supplier.get() == null ? jdbi.getConfig() : now().getConfig();
        }

        @Override
        public <V> V invokeInContext(ExtensionContext context, Callable<V> task) throws Exception {
            return now().invokeInContext(context, task);
        }
    }
}
