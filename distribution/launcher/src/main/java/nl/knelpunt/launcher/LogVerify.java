package nl.knelpunt.launcher;

final class LogVerify {
    private LogVerify() {}

    static int run(Asked asked) throws Failure {
        throw new Failure("not yet");
    }
}
