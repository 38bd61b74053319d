package nl.knelpunt.launcher;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** What the command can do: one constant for each. */
enum Verb {
    START("start", "", "Start the server and wait until it answers", Start::run) {
        @Override
        Options options() {
            return common().addOption(flag("demo", "demo data and accounts; on this machine only"))
                    .addOption(value("port", "N", "port to listen on, 0 picks a free one (default: 8080)"))
                    .addOption(value("host", "ADDRESS", "address to listen on (default: 127.0.0.1)"))
                    .addOption(value("inbox", "DIR", "drop folders (default: inbox beside the data folder)"))
                    .addOption(value(
                            "own-subjects",
                            "DIR",
                            "lists of own subjects, a folder for each participant (default: own-subjects beside the"
                                    + " data folder)"))
                    .addOption(flag("foreground", "stay in this terminal until Ctrl-C"));
        }
    },
    STOP("stop", "", "Stop the server and wait until it has", Stop::run),
    STATUS("status", "", "Say whether the server runs and how it is", Status::run) {
        @Override
        Options options() {
            return common().addOption(json());
        }
    },
    SEND("send", "<participant> <file…>", "Deliver messages in a participant's own format", Send::run) {
        @Override
        Options options() {
            return common().addOption(
                            value("format", "NAME", "which of the participant's formats, where the file does not tell"))
                    .addOption(value(
                            "pick",
                            "NUMBERS",
                            "of an audit file (XAF): customers and suppliers that come along, such as 1001,1007"))
                    .addOption(flag("progress", "say how far it is, also without a terminal"))
                    .addOption(json());
        }
    },
    TRY("try", "<plugin.jar> <file…>", "Show what a plugin makes of files, without a server", Try::run) {
        @Override
        Options options() {
            return common().addOption(
                            value("format", "NAME", "which of the plugin's formats, where the file does not tell"));
        }
    },
    HASH_SUBJECTS(
            "hash-subjects",
            "<key.json> <list.csv>",
            "Hash a list of own subjects for recognition help, without a server",
            HashSubjects::run),
    LOG_VERIFY("log verify", "", "Prove that the processing log is whole", LogVerify::run) {
        @Override
        Options options() {
            return common().addOption(json());
        }
    },
    LOG_SHOW("log show", "", "Read the processing log", LogRead::show) {
        @Override
        Options options() {
            return reading();
        }
    },
    LOG_EXPORT("log export", "", "Write the processing log as JSON, a record on each line", LogRead::export) {
        @Override
        Options options() {
            return reading();
        }
    },
    BACKUP("backup", "DIR", "Write a verified backup into a new folder", Backup::run) {
        @Override
        Options options() {
            return common().addOption(json());
        }
    },
    RESTORE("restore", "DIR", "Put a backup into a stopped, empty installation and verify it", Restore::run) {
        @Override
        Options options() {
            return common().addOption(flag("force", "move the data that is there aside first"))
                    .addOption(json());
        }
    },
    ACCOUNTS_ADD("accounts add", "<name>", "Add an account; asks for its password", Accounts::add) {
        @Override
        Options options() {
            return common().addOption(value("display-name", "NAME", "as shown to others (default: the name)"))
                    .addOption(value("participant", "ID", "who appoints this person"))
                    .addOption(value("organ", "ORGAN", "for which organ, such as POLITIE or BURGEMEESTER"))
                    .addOption(value(
                            "role",
                            "ROLE",
                            "worker, steering_member, case_director, analyst, admin …; may be repeated"))
                    .addOption(flag("screened", "is screened (VGB or VOG)"))
                    .addOption(value("trained-until", "DATE", "until when the training is valid, such as 2027-01-31"))
                    .addOption(json());
        }
    },
    ACCOUNTS_LIST("accounts list", "", "List the accounts", Accounts::list) {
        @Override
        Options options() {
            return common().addOption(json());
        }
    },
    ACCOUNTS_QUALIFY(
            "accounts qualify", "<name>", "Renew what there is proof of: screening and training", Accounts::qualify) {
        @Override
        Options options() {
            return common().addOption(flag("screened", "is screened (VGB or VOG)"))
                    .addOption(flag("not-screened", "there is no screening (VGB or VOG) any more"))
                    .addOption(value("trained-until", "DATE", "until when the training is valid, such as 2028-01-31"));
        }
    },
    ACCOUNTS_WITHDRAW(
            "accounts withdraw", "<name>", "End an account's appointment, at once and for good", Accounts::withdraw),
    MODULES_LIST("modules list", "", "Say what runs for each participant, and how it is", Modules::list) {
        @Override
        Options options() {
            return common().addOption(json());
        }
    },
    MODULES_STAGE("modules stage", "<jar…>", "Take signed plugins in and look them through", Modules::stage) {
        @Override
        Options options() {
            return common().addOption(value(
                            "receipt", "FILE", "of the TCK (default: NAME.tck.json beside NAME.jar, if it is there)"))
                    .addOption(json());
        }
    },
    MODULES_PLAN(
            "modules plan", "<jar|digest|kind>", "Show what a swap would do, without doing any of it", Modules::plan) {
        @Override
        Options options() {
            return common().addOption(flag("replace", "let callers wait, instead of both beside each other"))
                    .addOption(value("set", "NAME=VALUE", "a setting; may be repeated, also for several values of one"))
                    .addOption(
                            value("secret", "NAME", "a setting that is asked for, or KNELPUNT_SECRET; may be repeated"))
                    .addOption(value("reset", "NAME", "a setting that gets its default again; may be repeated"))
                    .addOption(value("advice", "ID", "of a registered advice of the RAC"))
                    .addOption(value("deviation", "TEXT", "why you do it against that advice"))
                    .addOption(value("reported-to", "WHOM", "rac or coordinating-fg; may be repeated"))
                    .addOption(flag("detail", "what the framework's resolver itself says of a refusal"))
                    .addOption(json());
        }
    },
    MODULES_APPROVE("modules approve", "<plan>", "Agree with a plan that another admin made", Modules::approve) {
        @Override
        Options options() {
            return common().addOption(flag("detail", "what the framework's resolver itself says of a refusal"))
                    .addOption(json());
        }
    },
    MODULES_APPLY("modules apply", "<plan>", "Carry exactly that plan out", Modules::apply) {
        @Override
        Options options() {
            return swapping();
        }
    },
    MODULES_ROLLBACK("modules rollback", "<kind>", "Go back to what ran before", Modules::rollBack) {
        @Override
        Options options() {
            return swapping().addOption(value("to", "DIGEST", "of what ran before (default: the last one)"));
        }
    },
    MODULES_QUARANTINE("modules quarantine", "<kind>", "Let no message into a plugin", Modules::quarantine) {
        @Override
        Options options() {
            return common().addOption(value("reason", "TEXT", "why; no personal data"))
                    .addOption(json());
        }
    },
    MODULES_RELEASE("modules release", "<kind>", "End its quarantine", Modules::release) {
        @Override
        Options options() {
            return common().addOption(json());
        }
    },
    MODULES_REMOVE("modules remove", "<kind>", "Let nothing run for a kind of participant", Modules::remove) {
        @Override
        Options options() {
            return swapping()
                    .addOption(flag("freeze", "its data are kept and out of reach (asked when absent)"))
                    .addOption(flag("replace", "let callers wait until the last call has ended"))
                    .addOption(flag("plan-only", "only show what would be done"));
        }
    },
    MODULES_CONFIGURATION(
            "modules configuration",
            "<kind>",
            "Show how a plugin is configured; modules plan --set changes it",
            Modules::configuration) {
        @Override
        Options options() {
            return common().addOption(json());
        }
    },
    MODULES_TRUST(
            "modules trust", "[certificate]", "Say whose plugins may run, or see who is trusted", Modules::trust) {
        @Override
        Options options() {
            return common().addOption(value("for", "KIND", "of participant, such as police; may be repeated"))
                    .addOption(value("withdraw", "FINGERPRINT", "trust this signer no more"))
                    .addOption(json());
        }
    },
    MODULES_KEYGEN(
            "modules keygen", "<file>", "Make a key to sign plugins with; asks for its password", Signing::makeKey) {
        @Override
        Options options() {
            return common().addOption(value("name", "NAME", "of who signs, such as the participant's"))
                    .addOption(value("years", "N", "that the key is valid, 1 to 10 (default: 3)"))
                    .addOption(json());
        }
    },
    MODULES_SIGN("modules sign", "<jar>", "Sign a plugin with such a key", Signing::sign) {
        @Override
        Options options() {
            return common().addOption(value("key", "FILE", "made by modules keygen, or any PKCS #12 file"))
                    .addOption(value("out", "FILE", "where the signed jar comes (default: in its place)"))
                    .addOption(json());
        }
    },
    SECRECY("secrecy", "", "Read and acknowledge the duty of secrecy", Secrecy::run) {
        @Override
        Options options() {
            return common().addOption(flag("yes", "acknowledge without being asked; for who has read it"));
        }
    },
    MAY("may", "<act> [object] [part]", "Ask whether you may do something, without doing it", May::run) {
        @Override
        Options options() {
            return common().addOption(
                            value("input", "FILE", "what the act would be done with, as JSON; - reads it from here"))
                    .addOption(json());
        }
    },
    RULES("rules", "", "List the rules of the guard that hold here", Rules::run) {
        @Override
        Options options() {
            return common().addOption(json());
        }
    },
    POLICY_SHOW("policy show", "", "What this RIEC decided for itself, now and before", Policy::show) {
        @Override
        Options options() {
            return common().addOption(json());
        }
    },
    POLICY_SET("policy set", "", "Change that, with the RAC's advice that it rests on", Policy::set) {
        @Override
        Options options() {
            return common().addOption(value("advice", "ID", "of a registered advice of the RAC"))
                    .addOption(value("deviation", "TEXT", "why you do it against that advice"))
                    .addOption(value("reported-to", "WHOM", "rac or coordinating-fg; may be repeated"))
                    .addOption(value("quorum", "PART", "of the participants that must have voted, such as 0.5"))
                    .addOption(value("majority", "PART", "of the votes that must be for, such as 0.5"))
                    .addOption(value(
                            "least-represented",
                            "N",
                            "participants that must have voted or be at the meeting; 0 for none"))
                    .addOption(value("consensus", "YES|NO", "whether nothing is adopted against which somebody voted"))
                    .addOption(value("in-meetings", "YES|NO", "whether only what stands on an agenda is decided on"))
                    .addOption(value("draft-days", "N", "after which a draft that was not reported is destroyed"))
                    .addOption(value("reminder-days", "N", "before the end of a term; may be repeated"))
                    .addOption(value(
                            "destroy-after-closure-days",
                            "N",
                            "after which everything of a closed knelpunt is destroyed"))
                    .addOption(value("review-holds-months", "N", "after which a hold is looked at again"))
                    .addOption(value("evaluate-months", "N", "after which a case consultation is evaluated"))
                    .addOption(value("keep-backups-days", "N", "after which a backup is removed"))
                    .addOption(value("recognitions", "N", "other participants that must recognise a signal"))
                    .addOption(value("recognition-help", "YES|NO", "whether keyed hashes help with recognising"))
                    .addOption(value("help-per-person", "N", "times a day that one person may ask that help"))
                    .addOption(value("help-per-participant", "N", "times a day that all of one participant may"))
                    .addOption(value("help-key-days", "N", "days for which a key of that help serves"))
                    .addOption(value("help-overlap-days", "N", "days for which lists under the key before still count"))
                    .addOption(value("fiod", "READING", "blocked, tax-administration or other"))
                    .addOption(value("decree", "TEXT", "the AMvB that designates automated analysis"))
                    .addOption(flag("no-decree", "there is no such AMvB any more"))
                    .addOption(value("switch-off", "RULE", "a rule of the working method; may be repeated"))
                    .addOption(value("switch-on", "RULE", "may be repeated"))
                    .addOption(json());
        }
    };

    /** One run of a verb; the result is the exit code. */
    interface Work {
        int run(Asked asked) throws Failure, WronglyAsked, IOException, InterruptedException;
    }

    private final List<String> words;
    private final String operands;
    private final String summary;
    private final Work work;

    Verb(String name, String operands, String summary, Work work) {
        this.words = List.of(name.split(" "));
        this.operands = operands;
        this.summary = summary;
        this.work = work;
    }

    static Optional<Verb> named(List<String> arguments) {
        for (var verb : values()) {
            var size = verb.words.size();
            if (arguments.size() >= size && arguments.subList(0, size).equals(verb.words)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    List<String> words() {
        return words;
    }

    String operands() {
        return operands;
    }

    String summary() {
        return summary;
    }

    Work work() {
        return work;
    }

    Options options() {
        return common();
    }

    private static Options swapping() {
        return common().addOption(flag("no-wait", "only begin"))
                .addOption(flag("wait", "wait for the end of the probation, too"))
                .addOption(json());
    }

    /** Of who looks into the log (G44). */
    private static Options reading() {
        return common().addOption(
                        value("purpose", "PURPOSE", "lawfulness, internal-check, security or proceedings (Wgs 1.8(4))"))
                .addOption(value("reason", "TEXT", "why, such as the number of a case; it is kept"))
                .addOption(value("actor", "ID", "of an account; connection:PARTICIPANT, maintenance, platform"))
                .addOption(value("participant", "ID", "for which was acted"))
                .addOption(value("act", "ACT", "such as see-signal"))
                .addOption(value("object", "ID", "what it was about"))
                .addOption(value("subject", "PSEUDONYM", "of a data subject"))
                .addOption(
                        value("result", "RESULT", "permitted, refused, failed, would-be-permitted, would-be-refused"))
                .addOption(value("rule", "RULE", "that refused"))
                .addOption(value("from", "MOMENT", "a day, or a moment such as 2026-01-31T12:00:00Z"))
                .addOption(value("to", "MOMENT", "up to, not including"));
    }

    static Options common() {
        return new Options()
                .addOption(value("data", "DIR", "data folder (default: data in the installation)"))
                .addOption(value("lang", "LANGUAGE", "nl or en: what the server says (default: as the terminal)"))
                .addOption(flag("help", "this text"));
    }

    static Option json() {
        return flag("json", "print JSON");
    }

    static Option flag(String name, String description) {
        return Option.builder().longOpt(name).desc(description).build();
    }

    static Option value(String name, String argument, String description) {
        return Option.builder()
                .longOpt(name)
                .hasArg()
                .argName(argument)
                .desc(description)
                .build();
    }
}
