package dev.pharos.app.cli;

import static dev.pharos.app.cli.Texts.text;

import dev.pharos.engine.library.SourceKind;
import dev.pharos.engine.problem.Problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// One sentence for each problem: what happened, and what to do next.
final class ProblemText {

    private static final String KINDS =
            Arrays.stream(SourceKind.values())
                    .map(SourceKind::id)
                    .collect(Collectors.joining(", "));

    private ProblemText() {}

    static String of(Problem problem) {
        return switch (problem) {
            case Problem.OfFile inFile -> ofFile(inFile);
            case Problem.LibraryInUse(var folder) -> text("problem.libraryInUse", folder);
            case Problem.LibraryMissing(var folder) -> text("problem.libraryMissing", folder);
            case Problem.FolderNotWritable(var folder) -> text("problem.folderNotWritable", folder);
            case Problem.LibraryTooNew(var folder, var version, var known) ->
                    text("problem.libraryTooNew", folder, version, known);
            case Problem.LibraryDamaged(var folder, var detail) ->
                    text("problem.libraryDamaged", folder, detail);
            case Problem.DiskFull(var folder) -> text("problem.diskFull", folder);
            case Problem.UnreadableQuery(_, var part) -> ofQuery(part);
            case Problem.NoSuchSource(var id) -> text("problem.noSuchSource", id);
            case Problem.ModelUnavailable(var model, var detail) ->
                    text("problem.modelUnavailable", model, detail);
            case Problem.MissingModel(var model, var folder) ->
                    text("problem.missingModel", model, folder);
            case Problem.NoSpeechModel(var folder) -> text("problem.noSpeechModel", folder);
            case Problem.LanguageUnknown(var language, var model) ->
                    text("problem.languageUnknown", language, model);
            case Problem.RecogniserDied(var model, var atMs) ->
                    text("problem.recogniserDied", model, atMs / 1000);
            case Problem.NoMicrophone() -> text("problem.noMicrophone");
            case Problem.MicrophoneBusy(var input, var detail) ->
                    text("problem.microphoneBusy", input, detail);
            case Problem.MicrophoneGone() -> text("problem.microphoneGone");
            case Problem.ComputerSlept() -> text("problem.computerSlept");
            case Problem.NoSoundOutput(var detail) -> text("problem.noSoundOutput", detail);
            case Problem.EndpointFailed(var endpoint, var detail) ->
                    text("problem.endpointFailed", endpoint, detail);
            case Problem.RemoteNotAllowed(var endpoint) ->
                    text("problem.remoteNotAllowed", endpoint);
            case Problem.SettingsUnreadable(var file, var detail) ->
                    text("problem.settingsUnreadable", file, detail);
            case Problem.Unexpected(var reportId) -> text("problem.unexpected", reportId);
        };
    }

    /// @param part the filter that is wrong, such as `kind:xyz`
    private static String ofQuery(String part) {
        var field = part.substring(0, part.indexOf(':') + 1).toLowerCase(Locale.ROOT);
        return switch (field) {
            case "kind:" -> text("problem.unreadableKind", part, KINDS);
            case "after:", "before:" -> text("problem.unreadableDate", part);
            default -> text("problem.unreadableQuery", part);
        };
    }

    private static String ofFile(Problem.OfFile problem) {
        return switch (problem) {
            case Problem.FileMissing(var file) -> text("problem.fileMissing", file);
            case Problem.AccessDenied(var file) -> text("problem.accessDenied", file);
            case Problem.EmptyFile(var file) -> text("problem.emptyFile", file);
            case Problem.UnsupportedFormat(var file, var mediaType) ->
                    text("problem.unsupportedFormat", file, mediaType);
            case Problem.PasswordProtected(var file) -> text("problem.passwordProtected", file);
            case Problem.DamagedFile(var file) -> text("problem.damagedFile", file);
            case Problem.StillChanging(var file) -> text("problem.stillChanging", file);
            case Problem.ExpandsTooFar(var file) -> text("problem.expandsTooFar", file);
            case Problem.TookTooLong(var file, var limit) ->
                    text("problem.tookTooLong", file, limit.toSeconds());
            case Problem.NoText(var file) -> text("problem.noText", file);
            case Problem.NoSound(var file) -> text("problem.noSound", file);
            case Problem.NoSpeech(var file) -> text("problem.noSpeech", file);
            case Problem.ToBeTranscribed(var file) -> text("problem.toBeTranscribed", file);
            case Problem.PartlyRead(var file) -> text("problem.partlyRead", file);
        };
    }
}
