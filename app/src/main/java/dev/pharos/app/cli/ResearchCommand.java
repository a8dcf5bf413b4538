package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.answer.EndpointAddress;
import dev.pharos.engine.problem.Detail;
import dev.pharos.engine.problem.Problem;
import dev.pharos.engine.problem.ProblemException;
import dev.pharos.engine.research.Finding;
import dev.pharos.engine.research.Researcher;
import dev.pharos.engine.research.SearchService;
import dev.pharos.engine.research.SearchServiceStore;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;

/// `pharos research …`: which search service may look up what notes are about. A key comes from the
/// environment or a prompt without echo, and is never printed.
@Command(name = "research")
final class ResearchCommand implements Callable<Integer> {
    private static final String KEY = "PHAROS_RESEARCH_KEY";
    private static final String ANY_LANGUAGE = "und";

    /// What to do with the service.
    enum Action {
        SHOW,
        SET,
        ALLOW,
        FORBID,
        TEST,
        CLEAR
    }

    private final Session session;

    @Spec @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ACTION", descriptionKey = "ACTION", arity = "0..1")
    Action action = Action.SHOW;

    @Parameters(index = "1..*", paramLabel = "WORD", descriptionKey = "WORD")
    List<String> words = List.of();

    @Option(names = "--service", paramLabel = "SERVICE")
    SearchService.@Nullable Kind service;

    @Option(names = "--url", paramLabel = "URL")
    @Nullable String url;

    @Option(names = "--ask-key")
    boolean askKey;

    @Option(names = "--allow-remote")
    boolean allowRemote;

    ResearchCommand(Session session) {
        this.session = session;
    }

    /// As `--json` prints it.
    ///
    /// @param local whether it is on this machine
    record Shown(
            @Nullable String service,
            @Nullable String url,
            boolean keyStored,
            boolean remoteAllowed,
            boolean local) {}

    @Override
    public Integer call() throws ProblemException {
        boolean settings = service != null || url != null || askKey || allowRemote;
        if (action != Action.SET && settings) {
            throw wrongUsage("usage.researchOptions");
        }
        if (action == Action.TEST == words.isEmpty()) {
            throw wrongUsage(words.isEmpty() ? "usage.researchTest" : "usage.researchWords");
        }
        var store = session.wiring().searchService();
        switch (action) {
            case SHOW -> show(store);
            case SET -> set(store);
            case ALLOW -> allow(store);
            case FORBID -> forbid(store);
            case TEST -> test(chosen(store));
            case CLEAR -> {
                store.clear();
                session.tell(text("research.off"));
            }
        }
        return ExitCode.DONE;
    }

    private picocli.CommandLine.ParameterException wrongUsage(String key, Object... arguments) {
        return Session.wrongUsage(Objects.requireNonNull(spec), key, arguments);
    }

    private static SearchService chosen(SearchServiceStore store) throws ProblemException {
        return store.current().orElseThrow(() -> new ProblemException(new Problem.ResearchOff()));
    }

    private void show(SearchServiceStore store) throws ProblemException {
        var chosen = store.current();
        if (session.json()) {
            session.printJson(
                    chosen.isEmpty()
                            ? new Shown(null, null, false, false, false)
                            : shown(chosen.get()));
        } else {
            session.print(chosen.isEmpty() ? text("research.none") : line(shown(chosen.get())));
        }
    }

    private Shown shown(SearchService chosen) throws ProblemException {
        return new Shown(
                chosen.kind().name().toLowerCase(Locale.ROOT),
                chosen.address(),
                session.wiring().secrets().has(chosen.secret()),
                chosen.remoteAllowed(),
                session.wiring().web().local(chosen));
    }

    private static String line(Shown shown) {
        return text(
                "research.shown",
                String.valueOf(shown.service()),
                String.valueOf(shown.url()),
                shown.keyStored() ? 1 : 0,
                shown.local() ? 2 : shown.remoteAllowed() ? 1 : 0);
    }

    /// What is not given stays as it is.
    private void set(SearchServiceStore store) throws ProblemException {
        var before = store.current();
        var kind = service == null ? before.map(SearchService::kind).orElse(null) : service;
        if (kind == null) {
            throw wrongUsage("usage.researchSet");
        }
        boolean same = before.filter(each -> each.kind() == kind).isPresent();
        String address =
                url != null
                        ? url.strip()
                        : same ? before.orElseThrow().address() : kind.usualAddress();
        if (address == null) {
            throw wrongUsage("usage.researchSet");
        }
        var refusal = EndpointAddress.refusal(address);
        if (refusal.isPresent()) {
            throw wrongUsage(
                    refusal.get() == Detail.Kind.HOLDS_SECRET
                            ? "usage.researchSecret"
                            : "usage.researchAddress");
        }
        store.save(new SearchService(kind, address, false), key());
        if (allowRemote) {
            store.allow(true);
        }
        var now = shown(store.current().orElseThrow());
        session.tell(line(now));
        if (!now.local() && !now.remoteAllowed()) {
            session.tell(text("research.notAllowed", String.valueOf(now.url())));
        }
        if (kind.needsKey() && !now.keyStored()) {
            session.tell(text("research.keyMissing"));
        }
    }

    /// Null where none is given.
    private @Nullable String key() {
        if (!askKey) {
            return System.getenv(KEY);
        }
        var console = System.console();
        if (console == null || !console.isTerminal()) {
            throw wrongUsage("usage.researchNoConsole", KEY);
        }
        char[] typed = console.readPassword(text("endpoint.askKey"));
        return typed == null ? null : new String(typed);
    }

    private void allow(SearchServiceStore store) throws ProblemException {
        var chosen = chosen(store);
        if (session.wiring().web().local(chosen)) {
            session.tell(text("research.isLocal", chosen.address()));
            return;
        }
        store.allow(true);
        boolean open = chosen.address().toLowerCase(Locale.ROOT).startsWith("http:");
        session.tell(text("research.allowed", chosen.address(), open ? 1 : 0));
    }

    private void forbid(SearchServiceStore store) throws ProblemException {
        var chosen = chosen(store);
        store.allow(false);
        session.tell(text("research.forbidden", chosen.address()));
    }

    private void test(SearchService chosen) throws ProblemException {
        String about = String.join(" ", words);
        var inquiry = new Researcher.Inquiry(List.of(about), about, ANY_LANGUAGE);
        try (var bar = session.bar("progress.research")) {
            var found =
                    session.wiring()
                            .researcher()
                            .findings(chosen, inquiry, session.wiring().embedder(), bar);
            bar.close();
            if (!session.json() && found.isEmpty()) {
                session.tell(text("research.nothing"));
            }
            found.forEach(this::print);
        }
    }

    private void print(Finding finding) {
        if (session.json()) {
            session.printJson(finding);
        } else {
            session.print(
                    text(
                            "research.finding",
                            finding.title(),
                            Math.round(finding.relevance() * 100),
                            finding.address(),
                            finding.excerpt(),
                            finding.read() ? 1 : 0));
        }
    }
}
