package nl.knelpunt.benchmarks.guard;

import java.util.Arrays;
import java.util.List;

/**
 * What a rule asks of the attributes of an act, in no engine's language: each engine writes it in its own. An attribute that is
 * not there makes every condition on it false.
 */
sealed interface Condition {

    /** A flag that is set. */
    record True(String flag) implements Condition {}

    /** Something is there at all. */
    record Present(String attribute) implements Condition {}

    record OneOf(String word, List<String> words) implements Condition {}

    record IsNumber(String number, long value) implements Condition {}

    record Same(String word, String other) implements Condition {}

    record AtMost(String number, String other) implements Condition {}

    /** A list of words holds one of these. */
    record HasAny(String list, List<String> words) implements Condition {}

    /** A list of words holds a word. */
    record Has(String list, String word) implements Condition {}

    record HasNumber(String list, long value) implements Condition {}

    record All(List<Condition> conditions) implements Condition {}

    record Any(List<Condition> conditions) implements Condition {}

    record Not(Condition condition) implements Condition {}

    static Condition isTrue(String flag) {
        return new True(flag);
    }

    static Condition present(String... attributes) {
        return all(Arrays.stream(attributes).map(Present::new).toArray(Condition[]::new));
    }

    static Condition is(String word, String... words) {
        return new OneOf(word, List.of(words));
    }

    static Condition isNumber(String number, long value) {
        return new IsNumber(number, value);
    }

    static Condition same(String word, String other) {
        return new Same(word, other);
    }

    static Condition atMost(String number, String other) {
        return new AtMost(number, other);
    }

    static Condition hasAny(String list, String... words) {
        return new HasAny(list, List.of(words));
    }

    static Condition has(String list, String word) {
        return new Has(list, word);
    }

    static Condition hasNumber(String list, long value) {
        return new HasNumber(list, value);
    }

    static Condition all(Condition... conditions) {
        return conditions.length == 1 ? conditions[0] : new All(List.of(conditions));
    }

    static Condition any(Condition... conditions) {
        return new Any(List.of(conditions));
    }

    static Condition not(Condition condition) {
        return new Not(condition);
    }
}
