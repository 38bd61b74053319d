package nl.knelpunt.engine.guard;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.knelpunt.api.vocabulary.SubjectKind;
import nl.knelpunt.api.vocabulary.WpgClass;
import nl.knelpunt.engine.Copy;
import nl.knelpunt.engine.World;
import nl.knelpunt.engine.dossier.Motion;
import nl.knelpunt.engine.dossier.Proposal;
import nl.knelpunt.engine.dossier.Subject;
import nl.knelpunt.engine.dossier.Subjects;
import nl.knelpunt.engine.identity.Role;
import nl.knelpunt.engine.lifecycle.KnelpuntState;
import nl.knelpunt.engine.lifecycle.SignalState;
import nl.knelpunt.engine.participant.Organ;
import nl.knelpunt.engine.participant.Participant;
import nl.knelpunt.engine.signal.PoliceBasis;
import nl.knelpunt.engine.signal.Recognition;
import nl.knelpunt.engine.text.Kind;
import nl.knelpunt.engine.text.TextFind;

/**
 * Reads an act in its circumstances from words: how it begins (a method of {@link Scene} with its arguments), then what is
 * different, each after a semicolon. Names are constants of {@link World} and of the enums.
 */
final class SceneReader {

    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"|\\S+");

    private SceneReader() {}

    static Scene read(String text) {
        String[] clauses = text.split(";\\s*");
        Scene scene = begin(words(clauses[0]));
        for (int i = 1; i < clauses.length; i++) {
            scene = change(scene, clauses[i].trim());
        }
        return scene;
    }

    private static List<String> words(String clause) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORDS.matcher(clause);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static Scene begin(List<String> words) {
        Method method = Arrays.stream(Scene.class.getDeclaredMethods())
                .filter(m -> Modifier.isStatic(m.getModifiers())
                        && m.getReturnType() == Scene.class
                        && m.getName().equals(words.get(0))
                        && m.getParameterCount() == words.size() - 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No scene begins with " + words));
        Object[] arguments = new Object[method.getParameterCount()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = value(words.get(i + 1), method.getParameterTypes()[i]);
        }
        try {
            return (Scene) method.invoke(null, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(words.toString(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Scene change(Scene scene, String clause) {
        List<String> words = words(clause);
        List<String> rest = words.subList(1, words.size());
        if (words.size() > 2 && words.get(0).equals("policy")) {
            RecordComponent component = component(Policy.class, words.get(1));
            return scene.under(
                    Copy.with(scene.facts().policy(), words.get(1), value(words.get(3), component.getType())));
        }
        if (words.size() > 2 && words.get(1).equals("=")) {
            String path = words.get(0);
            String value = clause.substring(clause.indexOf('=') + 1).trim();
            if (path.equals("subjects")) {
                return scene.with(path, subjects(scene, value));
            }
            return scene.with(path, value(value, typeOf(scene.facts(), path)));
        }
        if (words.size() == 2 && words.get(1).equals("missing")) {
            return scene.without(words.get(0));
        }
        return switch (words.get(0)) {
            case "under" -> scene.under((Policy) constant(Policy.class, rest.get(0)));
            case "by" -> scene.by((Actor) value(rest.get(0), Actor.class));
            case "on" -> scene.on((LocalDate) value(rest.get(0), LocalDate.class));
            case "when" -> inState(scene, rest.get(0));
            case "involving" ->
                scene.involving(rest.stream().map(SceneReader::participant).toArray(Participant[]::new));
            case "phases" ->
                scene.withPhases(rest.stream().mapToInt(Integer::parseInt).toArray());
            case "votes" -> scene.withVotesOf(Motion.Kind.valueOf(rest.get(0)), Integer.parseInt(rest.get(1)));
            case "module" -> scene.withoutModuleOf(participant(rest.get(1)));
            case "no" -> scene.withData();
            case "data" ->
                scene.withData(Scene.signalDatum(
                        (Actor) value(rest.get(1), Actor.class),
                        nl.knelpunt.api.vocabulary.DataCategory.valueOf(rest.get(2))));
            case "of" -> scene.ofNothing();
            case "about" -> about(scene, rest);
            default -> throw new AssertionError("Unknown change: " + clause);
        };
    }

    private static Scene inState(Scene scene, String state) {
        return scene.facts().signal() != null
                ? scene.inState(SignalState.valueOf(state))
                : scene.inState(KnelpuntState.valueOf(state));
    }

    /** {@code about new PERSON of KNOWN "reason"}, or {@code about KNOWN_CIRCLE}. */
    private static Scene about(Scene scene, List<String> words) {
        if (!words.get(0).equals("new")) {
            return scene.about((Subject) constant(Scene.class, words.get(0)));
        }
        boolean linked = words.size() > 2;
        UUID of = !linked
                ? null
                : words.get(3).equals("unknown")
                        ? UUID.randomUUID()
                        : ((Subject) constant(Scene.class, words.get(3))).id();
        return scene.aboutNew(
                Scene.newSubject(SubjectKind.valueOf(words.get(1)), of, linked ? unquoted(words.get(4)) : null));
    }

    private static Object value(String word, Class<?> type) {
        if (word.startsWith("\"")) {
            return unquoted(word);
        }
        if (type == Actor.class) {
            return actor(word);
        }
        if (type == Participant.class) {
            return participant(word);
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(c -> ((Enum<?>) c).name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(type.getSimpleName() + " has no " + word));
        }
        if (type == boolean.class || type == Boolean.class) {
            return Boolean.valueOf(word);
        }
        if (type == int.class) {
            return Integer.valueOf(word);
        }
        if (type == long.class) {
            return Long.valueOf(word);
        }
        if (type == double.class) {
            return Double.valueOf(word);
        }
        if (type == LocalDate.class) {
            return day(word);
        }
        if (type == UUID.class) {
            return word.equals("unknown") ? UUID.randomUUID() : ((Subject) constant(Scene.class, word)).id();
        }
        if (type == PoliceBasis.class) {
            String[] parts = word.split(":");
            WpgClass wpgClass = WpgClass.valueOf(parts[1]);
            return parts[0].equals("agreed") ? World.agreed(wpgClass) : new PoliceBasis(wpgClass, " ");
        }
        if (type == List.class || type == Set.class) {
            return collection(word, type);
        }
        if (type == String.class && word.endsWith(".id")) {
            return participant(word.substring(0, word.length() - 3)).id();
        }
        if (word.startsWith("involved:")) {
            String name = word.substring("involved:".length());
            String id = name.equals("elsewhere") ? "elders" : participant(name).id();
            return new Proposal.Involved(id, Set.of(), "voorlichting");
        }
        return constant(Scene.class, word);
    }

    /** {@code of:SUBJECT,…}, or {@code criminal:SUBJECT}: those of the scene, with criminal data about one of them. */
    private static Subjects subjects(Scene scene, String word) {
        String[] parts = word.split(":");
        List<Subject> named = Arrays.stream(parts[1].split(","))
                .map(name -> (Subject) constant(Scene.class, name))
                .toList();
        return parts[0].equals("of")
                ? Subjects.of(named)
                : scene.facts().subjects().withCriminalData(Set.of(named.get(0).id()));
    }

    /** {@code none}, {@code of:CONSTANT,…}, {@code open:PARTICIPANT} or {@code recognised:PARTICIPANT}. */
    private static Object collection(String word, Class<?> type) {
        if (word.equals("none")) {
            return type == Set.class ? Set.of() : List.of();
        }
        String[] parts = word.split(":");
        List<Object> items = switch (parts[0]) {
            case "open" -> List.of(Recognition.open(participant(parts[1]).id(), World.NOW));
            case "found" -> {
                String[] found = parts[1].split("@");
                yield List.of(new Found(found[1], new TextFind(Kind.valueOf(found[0]), 4, 9)));
            }
            case "recognised" -> List.of(Scene.recognition(participant(parts[1])));
            case "of" ->
                Arrays.stream(parts[1].split(","))
                        .map(name -> name.startsWith("\"") ? unquoted(name) : constant(Scene.class, name))
                        .toList();
            default -> throw new AssertionError("Unknown list: " + word);
        };
        return type == Set.class ? Set.copyOf(items) : items;
    }

    private static LocalDate day(String word) {
        return switch (word) {
            case "today" -> World.TODAY;
            case "tomorrow" -> World.TODAY.plusDays(1);
            case "yesterday" -> World.TODAY.minusDays(1);
            default -> LocalDate.parse(word);
        };
    }

    private static Participant participant(String word) {
        return word.equals("null") || word.equals("nobody") ? null : (Participant) constant(World.class, word);
    }

    /** A constant, {@code worker:ORGAN}, {@code member:PARTICIPANT}, {@code connection:PARTICIPANT} or a person with roles. */
    private static Actor actor(String word) {
        String[] parts = word.split(":");
        return switch (parts[0]) {
            case "worker" -> World.worker(Organ.valueOf(parts[1]));
            case "member" -> World.steeringMember(participant(parts[1]));
            case "connection" -> World.connection(participant(parts[1]));
            case "person" ->
                World.person(
                        "somebody",
                        participant(parts[1]),
                        parts[2].equals("null") ? null : Organ.valueOf(parts[2]),
                        Arrays.stream(parts[3].split("\\+")).map(Role::valueOf).toArray(Role[]::new));
            default -> (Actor) constant(Arrays.asList(World.class, Actor.class), word);
        };
    }

    private static String unquoted(String word) {
        return word.substring(1, word.length() - 1);
    }

    private static Object constant(Class<?> holder, String name) {
        return constant(List.of(holder, World.class), name);
    }

    private static Object constant(List<Class<?>> holders, String name) {
        for (Class<?> holder : holders) {
            try {
                Field field = holder.getDeclaredField(name);
                field.setAccessible(true);
                return field.get(null);
            } catch (NoSuchFieldException e) {
                // Then in the next.
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("Nothing is called " + name);
    }

    /** Of the last component of a path through records and lists. */
    private static Class<?> typeOf(Object from, String path) {
        Object value = from;
        Class<?> type = from.getClass();
        for (String step : path.split("\\.")) {
            if (value instanceof List<?> list) {
                value = list.get(Integer.parseInt(step));
                type = value.getClass();
                continue;
            }
            RecordComponent component = component(value.getClass(), step);
            type = component.getType();
            try {
                component.getAccessor().setAccessible(true);
                value = component.getAccessor().invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(path, e);
            }
        }
        return type;
    }

    private static RecordComponent component(Class<?> type, String name) {
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> c.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(type.getSimpleName() + " has no " + name));
    }
}
