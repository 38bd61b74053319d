package nl.knelpunt.launcher.framework;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.service.log.FormatterLogger;
import org.osgi.service.log.LogService;
import org.osgi.service.log.Logger;
import org.osgi.service.log.LoggerConsumer;
import org.slf4j.helpers.MessageFormatter;

/** The log service of the framework, led into the JDK's logging. Without one, a component that fails does so unheard. */
final class BundleLog implements LogService {

    private static final Map<String, Level> LEVELS = Map.of(
            "trace", Level.FINER,
            "debug", Level.FINE,
            "info", Level.INFO,
            "warn", Level.WARNING,
            "error", Level.SEVERE,
            "audit", Level.INFO);

    @Override
    public Logger getLogger(String name) {
        return getLogger(name, Logger.class);
    }

    @Override
    public Logger getLogger(Class<?> named) {
        return getLogger(named.getName(), Logger.class);
    }

    @Override
    public <L extends Logger> L getLogger(Class<?> named, Class<L> type) {
        return getLogger(named.getName(), type);
    }

    @Override
    public <L extends Logger> L getLogger(Bundle bundle, String name, Class<L> type) {
        return getLogger(
                Logger.ROOT_LOGGER_NAME.equals(name) && bundle != null ? bundle.getSymbolicName() : name, type);
    }

    /** The interfaces have some thirty methods that differ in their level only. */
    @Override
    public <L extends Logger> L getLogger(String name, Class<L> type) {
        if (type != Logger.class && type != FormatterLogger.class) {
            throw new IllegalArgumentException("Not a kind of logger: " + type.getName());
        }
        return type.cast(Proxy.newProxyInstance(
                BundleLog.class.getClassLoader(),
                new Class<?>[] {type},
                new Forwarding(java.util.logging.Logger.getLogger(name), type == FormatterLogger.class)));
    }

    @Override
    @Deprecated
    public void log(int level, String message) {
        log(null, level, message, null);
    }

    @Override
    @Deprecated
    public void log(int level, String message, Throwable exception) {
        log(null, level, message, exception);
    }

    @Override
    @Deprecated
    public void log(ServiceReference<?> reference, int level, String message) {
        log(reference, level, message, null);
    }

    @Override
    @Deprecated
    public void log(ServiceReference<?> reference, int level, String message, Throwable exception) {
        var name = reference == null || reference.getBundle() == null
                ? "bundle"
                : reference.getBundle().getSymbolicName();
        java.util.logging.Logger.getLogger(name)
                .log(
                        switch (level) {
                            case LOG_ERROR -> Level.SEVERE;
                            case LOG_WARNING -> Level.WARNING;
                            case LOG_INFO -> Level.INFO;
                            default -> Level.FINE;
                        },
                        message,
                        exception);
    }

    private record Forwarding(java.util.logging.Logger logger, boolean printf) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws Exception {
            var name = method.getName();
            if (LEVELS.containsKey(name)) {
                write((Logger) proxy, LEVELS.get(name), arguments);
                return null;
            }
            if (name.startsWith("is") && name.endsWith("Enabled")) {
                return logger.isLoggable(LEVELS.get(
                        name.substring(2, name.length() - "Enabled".length()).toLowerCase(Locale.ROOT)));
            }
            return switch (name) {
                case "equals" -> proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> logger.getName();
            };
        }

        private void write(Logger proxy, Level level, Object[] arguments) throws Exception {
            if (!logger.isLoggable(level)) {
                return;
            }
            if (arguments[0] instanceof LoggerConsumer<?> consumer) {
                consumer.accept(proxy);
                return;
            }
            var values = arguments.length == 2 && arguments[1] instanceof Object[] many
                    ? many
                    : Arrays.copyOfRange(arguments, 1, arguments.length);
            var format = Objects.toString(arguments[0]);
            var message = MessageFormatter.arrayFormat(format, values);
            logger.log(level, printf ? format.formatted(values) : message.getMessage(), message.getThrowable());
        }
    }
}
