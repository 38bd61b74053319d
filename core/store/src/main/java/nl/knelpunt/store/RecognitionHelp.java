package nl.knelpunt.store;

import java.time.LocalDate;
import java.util.UUID;
import nl.knelpunt.engine.port.HelpRepository;

final class RecognitionHelp implements HelpRepository {

    private final Sql sql;

    RecognitionHelp(Sql sql) {
        this.sql = sql;
    }

    @Override
    public int byPerson(LocalDate day, UUID account) {
        return (int) sql.count(
                "select coalesce(sum(number), 0) from recognition_help where day = ? and account = ?", day, account);
    }

    @Override
    public int byParticipant(LocalDate day, String participant) {
        return (int) sql.count(
                "select coalesce(sum(number), 0) from recognition_help where day = ? and participant = ?",
                day,
                participant);
    }

    @Override
    public void count(LocalDate day, String participant, UUID account) {
        sql.change("delete from recognition_help where day < ?", day);
        sql.change(
                "insert into recognition_help (day, participant, account, number) values (?, ?, ?, 1)"
                        + " on conflict (day, account, participant) do update set number = number + 1",
                day,
                participant,
                account);
    }
}
