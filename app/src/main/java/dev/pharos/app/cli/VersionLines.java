package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.transcription.Transcripts;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The versions of one recording's transcript as they are shown, a line each, newest first.
final class VersionLines {
    private static final DateTimeFormatter MADE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Session session;
    private final Library library;

    VersionLines(Session session, Library library) {
        this.session = session;
        this.library = library;
    }

    void show(Source source) {
        List<Transcripts.Version> versions = library.transcripts().versions(source.id());
        int current =
                versions.stream()
                        .filter(Transcripts.Version::sameSound)
                        .findFirst()
                        .map(Transcripts.Version::number)
                        .orElse(0);
        for (var version : versions) {
            if (session.json()) {
                session.printJson(SpeechOutput.Versioned.of(version, version.number() == current));
            } else {
                session.print(line(version, version.number() == current));
            }
        }
        if (versions.isEmpty() && !session.json()) {
            session.tell(text("show.noVersions", source.title()));
        }
    }

    private static String line(Transcripts.Version version, boolean current) {
        var how =
                switch (version.origin()) {
                    case RECOGNISED -> text("show.recognised", version.model());
                    case EDITED -> text("show.edited");
                    case IMPORTED -> text("show.importedWords");
                    case RESTORED -> text("show.restored");
                };
        return text(
                "show.version",
                Integer.toString(version.number()),
                MADE.format(version.made()),
                how,
                current ? text("show.current") : version.sameSound() ? "" : text("show.otherSound"),
                version.complete() ? "" : text("show.partial"));
    }
}
