package nl.knelpunt.engine.module;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.knelpunt.api.Text;

/**
 * What would be done, looked at beforehand without doing any of it. Exactly this is carried out, or nothing.
 *
 * @param digest SHA-256 over all that would be done, hex; the plan is known by it
 * @param module version of the {@link Module} that it was made for: another one, another plan
 * @param from what runs; null when nothing does
 * @param to what is to run; null when nothing is
 * @param touched bundles that would be stopped or refreshed: none but the plugin's own
 * @param newly what would be processed that is not processed now (G47); needs the RAC when it is not empty
 * @param changes of the configuration, by name of the attribute, without values
 * @param frozen what would be out of reach while nothing runs (G51)
 * @param canGoBack whether this can be turned back afterwards
 * @param refusals why it can't be done; empty when it can
 * @param warnings what to look at before it is done; empty when nothing
 * @param advice of the RAC to which it refers, null for none
 * @param deviation why it is done against that advice; null when it isn't
 * @param reportedTo to whom a deviation was reported
 * @param by who made it, as the log names them
 * @param approvers who approved it since, as the log names them
 */
public record ModulePlan(
        String digest,
        String kind,
        long module,
        Swap.Operation operation,
        Generation from,
        Generation to,
        List<String> touched,
        List<String> newly,
        List<String> changes,
        List<Text> frozen,
        boolean canGoBack,
        List<Refusal> refusals,
        List<Text> warnings,
        UUID advice,
        String deviation,
        List<String> reportedTo,
        String by,
        Instant at,
        List<String> approvers) {

    /**
     * @param reason in plain words
     * @param detail of the one who found it, such as the framework's resolver; null when there is none
     */
    public record Refusal(Text reason, String detail) {}

    public ModulePlan {
        touched = List.copyOf(touched);
        newly = List.copyOf(newly);
        changes = List.copyOf(changes);
        frozen = List.copyOf(frozen);
        refusals = List.copyOf(refusals);
        // Plans of before there were any have none.
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
        reportedTo = List.copyOf(reportedTo);
        approvers = List.copyOf(approvers);
    }

    public ModulePlan approvedBy(String approver) {
        List<String> all = new ArrayList<>(approvers);
        if (!all.contains(approver)) {
            all.add(approver);
        }
        return but(digest, from, to, all);
    }

    /** The same under this digest. */
    public ModulePlan known(String byDigest) {
        return but(byDigest, from, to, approvers);
    }

    /** The same from and to others, such as with settings that are sealed. */
    public ModulePlan between(Generation before, Generation after) {
        return but(digest, before, after, approvers);
    }

    private ModulePlan but(String name, Generation before, Generation after, List<String> approved) {
        return new ModulePlan(
                name,
                kind,
                module,
                operation,
                before,
                after,
                touched,
                newly,
                changes,
                frozen,
                canGoBack,
                refusals,
                warnings,
                advice,
                deviation,
                reportedTo,
                by,
                at,
                approved);
    }
}
