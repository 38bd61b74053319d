package nl.knelpunt.modules;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Settings as they come out of a file: what it names, and the rest by default. */
final class Settings {

    private Settings() {}

    @SuppressWarnings("unchecked")
    static <A extends Annotation> A of(Class<A> type, Map<String, String> named) {
        return (A) Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> named.getOrDefault(method.getName(), (String) method.getDefaultValue()));
    }
}
