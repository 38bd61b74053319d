package nl.knelpunt.rest;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands in for a use case: remembers what it was asked and does what the test says. */
final class Fake<T> implements InvocationHandler {

    interface Behaviour {

        Object act(Object[] arguments) throws Exception;
    }

    record Asked(String method, List<Object> arguments) {

        <A> A argument(int at, Class<A> type) {
            return type.cast(arguments.get(at));
        }
    }

    private final Class<T> type;
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();

    Fake(Class<T> type) {
        this.type = type;
    }

    T service() {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
    }

    Fake<T> when(String method, Behaviour behaviour) {
        if (Arrays.stream(type.getMethods()).noneMatch(m -> m.getName().equals(method))) {
            throw new IllegalArgumentException(method);
        }
        behaviours.put(method, behaviour);
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    Asked last() {
        return asked.get(asked.size() - 1);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        Object[] given = arguments == null ? new Object[0] : arguments;
        asked.add(new Asked(method.getName(), Arrays.asList(given)));
        Behaviour behaviour = behaviours.get(method.getName());
        if (behaviour == null) {
            throw new AssertionError("Not expected: " + method.getName());
        }
        return behaviour.act(given);
    }
}
