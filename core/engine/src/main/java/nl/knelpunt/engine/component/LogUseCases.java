package nl.knelpunt.engine.component;

import java.util.UUID;
import nl.knelpunt.api.Text;
import nl.knelpunt.engine.gate.Call;
import nl.knelpunt.engine.gate.Gate;
import nl.knelpunt.engine.gate.Ids;
import nl.knelpunt.engine.gate.InvalidException;
import nl.knelpunt.engine.guard.Act;
import nl.knelpunt.engine.guard.Asked;
import nl.knelpunt.engine.oversight.LogFilter;
import nl.knelpunt.engine.oversight.LogPurpose;
import nl.knelpunt.engine.oversight.LogReader;
import nl.knelpunt.engine.oversight.LogReading;
import nl.knelpunt.engine.oversight.LogRecord;
import nl.knelpunt.engine.port.LogRepository;
import nl.knelpunt.engine.port.Transaction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class LogUseCases implements LogReader {

    private final Gate gate;

    @Activate
    public LogUseCases(@Reference Gate gate) {
        this.gate = gate;
    }

    @Override
    public Part read(Call call, LogPurpose purpose, String reason, LogFilter filter, long after, int limit) {
        Checks.line("reason", reason);
        if (after < 0) {
            throw new InvalidException("after", new Text("Kies een nummer vanaf 0.", "Choose a number from 0."));
        }
        if (limit < 1 || limit > MOST) {
            throw new InvalidException(
                    "limit", new Text("Kies 1 tot en met " + MOST + ".", "Choose 1 to " + MOST + "."));
        }
        UUID id = Ids.next();
        return gate.read(
                call,
                Act.READ_LOG,
                id,
                (t, facts) -> facts.asking(new Asked.ReadingLog(purpose, reason)),
                (t, facts, judge) -> {
                    t.log().insert(new LogReading(id, purpose, reason));
                    LogRepository.Found found = t.log().find(filter, after, limit);
                    return new Part(
                            found.records().stream().map(r -> line(t, r)).toList(), found.next());
                });
    }

    private static Line line(Transaction transaction, LogRecord entry) {
        boolean looked = Act.READ_LOG.name().equals(entry.act()) && entry.object() != null;
        return new Line(
                entry, looked ? transaction.log().reading(entry.object()).orElse(null) : null);
    }
}
