package dev.pharos.ui.making;

import dev.pharos.engine.library.Library;
import dev.pharos.engine.library.Source;
import dev.pharos.engine.problem.Problem;
import dev.pharos.ui.Texts;
import dev.pharos.ui.work.Background;
import dev.pharos.ui.work.Kept;
import dev.pharos.ui.work.Outcome;
import dev.pharos.ui.work.Work;

import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Asks how notes are to be made of sources, and has them made. For the JavaFX thread.
public final class MakingQuestion {

    /// What may be asked beside the library while a note is made.
    ///
    /// @param service of research; null where none is set
    /// @param model that writes; null where none is set, or none may be asked
    public record Beyond(@Nullable Place service, @Nullable Place model) {
        public static final Beyond NONE = new Beyond(null, null);
    }

    /// Whom something may be sent to.
    ///
    /// @param local on this machine
    /// @param allowed its owner has agreed to it, or it is on this machine
    public record Place(String name, String address, boolean local, boolean allowed) {}

    private final MakingViewModel making;
    private final Library library;
    private final Kept<MakingSettings> settings;
    private final Work<Beyond> beyond;
    private final Background background;
    private final Texts texts;
    private boolean open;

    /// @param settings as they were chosen last
    public MakingQuestion(
            MakingViewModel making,
            Library library,
            Kept<MakingSettings> settings,
            Work<Beyond> beyond,
            Background background,
            Texts texts) {
        this.making = making;
        this.library = library;
        this.settings = settings;
        this.beyond = beyond;
        this.background = background;
        this.texts = texts;
    }

    /// @param sources or notes that were made, to make them again
    /// @param trouble hears why nothing can be asked
    /// @param begun is called when it is to be done
    public void ask(
            Supplier<Window> owner,
            List<Source> sources,
            Consumer<Problem> trouble,
            Runnable begun) {
        if (sources.isEmpty() || open) {
            return;
        }
        open = true;
        background
                .<MakingChoices>job(
                        progress -> MakingChoices.of(library, sources, beyond.run(progress)),
                        outcome -> {
                            open = false;
                            switch (outcome) {
                                case Outcome.Done(var choices) ->
                                        show(owner.get(), choices, trouble, begun);
                                case Outcome.Failed(var why) -> trouble.accept(why);
                                case Outcome.Cancelled() -> {}
                            }
                        })
                .start();
    }

    private void show(
            Window owner, MakingChoices choices, Consumer<Problem> trouble, Runnable begun) {
        MakingDialog.show(
                owner,
                choices,
                settings.value(),
                texts,
                chosen -> {
                    if (!choices.again()) {
                        settings.change(_ -> chosen.settings());
                    }
                    begun.run();
                    var ids = choices.sources().stream().map(Source::id).toList();
                    making.make(ids, chosen.settings(), chosen.spoken(), trouble);
                });
    }
}
