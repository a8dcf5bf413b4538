package dev.pharos.ui.transcription;

import dev.pharos.engine.library.Source;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.engine.work.Job;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.job.JobText;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says in one line what is known about a transcript.
///
/// @param jobs says how a transcription stands that was asked for although there are words
record AboutText(Texts texts, JobText jobs) {

    String of(@Nullable Source source, @Nullable Transcript transcript, @Nullable Job job) {
        if (source == null || transcript == null) {
            return texts.text("kind.recording");
        }
        String language = Locale.of(transcript.language()).getDisplayLanguage(texts.locale());
        return Stream.of(
                        Clock.of(transcript.durationMs()),
                        transcript.language().equals(Transcript.UNKNOWN) ? "" : language,
                        transcript.model(),
                        transcript.device(),
                        transcript.complete() ? "" : texts.text("transcript.incomplete"),
                        job == null || job.state().over() ? "" : jobs.stage(job))
                .filter(each -> !each.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
