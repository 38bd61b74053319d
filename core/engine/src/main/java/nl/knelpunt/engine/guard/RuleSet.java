package nl.knelpunt.engine.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules that hold on one day under one policy, with the sector rules of the plugins that are active: looked up by act, in the
 * order of the law. Immutable.
 */
public final class RuleSet {

    /** Characters of a version: what a log record holds of it. */
    static final int LONGEST_VERSION = 80;

    private final String version;
    private final String sector;
    private final LocalDate day;
    private final Policy policy;
    private final List<Rule> rules;
    private final Speaking[][] access;
    private final Speaking[][] content;
    private final Owed[][] duties;
    private final Decision[] permits;

    private RuleSet(
            String version, String sector, LocalDate day, Policy policy, List<Rule> access, List<Rule> content) {
        this.version = version;
        this.sector = sector;
        this.day = day;
        this.policy = policy;
        this.rules = Stream.of(List.of(Rules.LOGGABLE), access, content)
                .flatMap(List::stream)
                .toList();
        this.access = byAct(access);
        this.content = byAct(content);
        this.duties = duties();
        this.permits = permits(version);
    }

    /** The statutory rules and those of the working method, without any plugin's. */
    public static RuleSet of(LocalDate day, Policy policy) {
        return of(day, policy, List.of(), "");
    }

    /**
     * @param sector compiled rules of the active plugins; they can only refuse
     * @param sectorVersion names those plugins and their versions, empty for none; where that would be too long for a log
     *     record, its digest stands in the version
     */
    public static RuleSet of(LocalDate day, Policy policy, List<Rule> sector, String sectorVersion) {
        return new RuleSet(
                version(policy, sectorVersion),
                sectorVersion,
                day,
                policy,
                holding(Rules.ACCESS, day, policy),
                Stream.concat(
                                holding(Rules.CONTENT, day, policy).stream(),
                                sector.stream().filter(r -> r.holdsOn(day)))
                        .toList());
    }

    private static String version(Policy policy, String sector) {
        String ours = Rules.VERSION + "/" + policy.version();
        if (sector.isEmpty()) {
            return ours;
        }
        String whole = ours + "/" + sector;
        return whole.length() <= LONGEST_VERSION ? whole : ours + "/#" + digest(sector);
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Rule> holding(List<Rule> rules, LocalDate day, Policy policy) {
        return rules.stream()
                .filter(r -> r.holdsOn(day) && !policy.switchedOff().contains(r.id()))
                .toList();
    }

    /** Of the statutory rules, the policy and the plugins' rules together; every decision and log record names it. */
    public String version() {
        return version;
    }

    /** The plugins whose rules are in it, with their versions: what the version names in full or by its digest. */
    public String sector() {
        return sector;
    }

    /** The day on which it holds. */
    public LocalDate day() {
        return day;
    }

    public Policy policy() {
        return policy;
    }

    /** In the order of evaluation. */
    public List<Rule> rules() {
        return rules;
    }

    /** The rule with this id, among those that hold. */
    public Optional<Rule> find(String id) {
        return rules.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    Speaking[] access(Act act) {
        return access[act.ordinal()];
    }

    Speaking[] content(Act act) {
        return content[act.ordinal()];
    }

    Owed[] duties(Act act) {
        return duties[act.ordinal()];
    }

    /** The permit with these obligations, as a bit for each. */
    Decision permit(int obligations) {
        return permits[obligations];
    }

    /** One rule at one act, where there is a trait, as a bit. */
    record Speaking(Rule rule, int trait, Rule.Test test) {

        boolean isAsked(int present) {
            return (trait & present) != 0;
        }
    }

    /** An obligation at one act, where there is a trait, both as bits. */
    record Owed(int trait, int obligation) {}

    private static Owed[][] duties() {
        Owed[][] byAct = new Owed[Act.values().length][];
        for (Act act : Act.values()) {
            byAct[act.ordinal()] = Duties.ALL.stream()
                    .filter(d -> d.acts().contains(act))
                    .map(d -> new Owed(d.trait().bit(), 1 << d.obligation().ordinal()))
                    .toArray(Owed[]::new);
        }
        return byAct;
    }

    private static Speaking[][] byAct(List<Rule> rules) {
        Speaking[][] byAct = new Speaking[Act.values().length][];
        for (Act act : Act.values()) {
            List<Speaking> speaking = new ArrayList<>();
            for (Rule rule : rules) {
                for (Rule.Check check : rule.checks()) {
                    if (check.acts().contains(act)) {
                        speaking.add(new Speaking(rule, check.trait().bit(), check.test()));
                    }
                }
            }
            byAct[act.ordinal()] = speaking.toArray(Speaking[]::new);
        }
        return byAct;
    }

    private static Decision[] permits(String version) {
        Obligation[] all = Obligation.values();
        Decision[] permits = new Decision[1 << all.length];
        for (int bits = 0; bits < permits.length; bits++) {
            Set<Obligation> obligations = EnumSet.noneOf(Obligation.class);
            for (Obligation one : all) {
                if ((bits & 1 << one.ordinal()) != 0) {
                    obligations.add(one);
                }
            }
            permits[bits] = new Decision(List.of(), Set.copyOf(obligations), version, false);
        }
        return permits;
    }
}
