package dev.pharos.ui;

import dev.pharos.engine.problem.Problem;

import java.nio.file.Path;

/// Says a problem in words, with what can be done about it.
public final class ProblemText {
    private final Texts texts;

    public ProblemText(Texts texts) {
        this.texts = texts;
    }

    public String of(Problem problem) {
        return switch (problem) {
            case Problem.OfFile ofFile -> of(ofFile);
            case Problem.LibraryInUse(var folder) -> text("problem.libraryInUse", folder);
            case Problem.LibraryMissing(var folder) -> text("problem.libraryMissing", folder);
            case Problem.FolderNotWritable(var folder) -> text("problem.folderNotWritable", folder);
            case Problem.LibraryTooNew(var folder, _, _) -> text("problem.libraryTooNew", folder);
            case Problem.LibraryDamaged(var folder, var detail) ->
                    text("problem.libraryDamaged", folder, detail);
            case Problem.DiskFull(var folder) -> text("problem.diskFull", folder);
            case Problem.UnreadableQuery(_, var part) -> text("problem.unreadableQuery", part);
            case Problem.NoSuchSource(_) -> text("problem.noSuchSource");
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

    private String of(Problem.OfFile problem) {
        return switch (problem) {
            case Problem.FileMissing _ -> text("problem.fileMissing");
            case Problem.AccessDenied _ -> text("problem.accessDenied");
            case Problem.EmptyFile _ -> text("problem.emptyFile");
            case Problem.UnsupportedFormat(_, var mediaType) ->
                    text("problem.unsupportedFormat", mediaType);
            case Problem.PasswordProtected _ -> text("problem.passwordProtected");
            case Problem.DamagedFile _ -> text("problem.damagedFile");
            case Problem.StillChanging _ -> text("problem.stillChanging");
            case Problem.ExpandsTooFar _ -> text("problem.expandsTooFar");
            case Problem.TookTooLong(_, var limit) ->
                    text("problem.tookTooLong", limit.toSeconds());
            case Problem.NoText _ -> text("problem.noText");
            case Problem.NoSound _ -> text("problem.noSound");
            case Problem.NoSpeech _ -> text("problem.noSpeech");
            case Problem.ToBeTranscribed _ -> text("problem.toBeTranscribed");
            case Problem.PartlyRead _ -> text("problem.partlyRead");
        };
    }

    private String text(String key, Object... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Path path) {
                arguments[i] = path.toString();
            }
        }
        return texts.text(key, arguments);
    }
}
