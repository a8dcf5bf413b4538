package dev.pharos.ui.transcription;

import dev.pharos.engine.library.Place;
import dev.pharos.engine.library.SpokenText;
import dev.pharos.engine.transcription.Transcript;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Clock;
import dev.pharos.ui.control.Pulse;
import dev.pharos.ui.control.Scrolling;
import dev.pharos.ui.control.Spot;
import dev.pharos.ui.document.Target;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ScrollEvent;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The list of segments: follows the sound, shows what is cited and found, and takes corrections.
/// For the JavaFX thread.
final class TranscriptPane {
    private final ListView<Line> list;
    private final TranscriptViewModel viewModel;
    private final Texts texts;
    private final SpeakerCard speakers;
    private final Set<SegmentCell> cells = Collections.newSetFromMap(new WeakHashMap<>());
    private final Pulse pulse = new Pulse();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<@Nullable WordPlace> heard = new ReadOnlyObjectWrapper<>();
    private List<Playback.Loop> cited = List.of();

    TranscriptPane(
            ListView<Line> list, TranscriptViewModel viewModel, SpeakerCard speakers, Texts texts) {
        this.list = list;
        this.viewModel = viewModel;
        this.speakers = speakers;
        this.texts = texts;
        list.editingIndexProperty()
                .subscribe((_, index) -> {
                    if (index.intValue() < 0) {
                        list.setEditable(false);
                    }
                });
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setCellFactory(_ -> {
            var cell = new SegmentCell(this);
            cells.add(cell);
            return cell;
        });
        list.addEventFilter(
                ScrollEvent.SCROLL,
                event -> {
                    if (event.getDeltaY() != 0 && !event.isInertia()) {
                        following.set(false);
                    }
                });
        viewModel.editing().setHandIn(this::handIn);
        viewModel.editing().transcriptProperty().subscribe(this::show);
        viewModel.playback().positionProperty().subscribe(_ -> follow());
        viewModel.finding().foundProperty().subscribe(_ -> showFound());
    }

    /// Whether the list scrolls with the sound.
    BooleanProperty followingProperty() {
        return following;
    }

    /// The word that is heard, or the one at which the sound stands.
    ReadOnlyObjectProperty<@Nullable WordPlace> heardProperty() {
        return heard.getReadOnlyProperty();
    }

    @Nullable WordPlace heard() {
        return heard.get();
    }

    Finding.Found found() {
        return viewModel.finding().foundProperty().get();
    }

    /// The stretches that were found or quoted.
    List<Playback.Loop> cited() {
        return cited;
    }

    void pulse(Node marks) {
        pulse.of(marks);
    }

    void focus() {
        list.requestFocus();
    }

    String speakerName(String speaker) {
        return speakerName(texts, speaker);
    }

    /// A voice that nobody has named yet is numbered.
    static String speakerName(Texts texts, String speaker) {
        return speaker.chars().allMatch(Character::isDigit)
                ? texts.text("transcript.speaker", speaker)
                : speaker;
    }

    /// Shows the place that was asked for.
    void show(Target target) {
        var transcript = transcript();
        cited = transcript == null ? List.of() : spans(transcript, target);
        if (target.left() != null) {
            showAgain(target.left());
            return;
        }
        following.set(true);
        pulse.arm();
        list.refresh();
        if (cited.isEmpty() || transcript == null) {
            Scrolling.to(list, 0);
            return;
        }
        long start = start(target, cited);
        int index = firstWithin(transcript, start);
        viewModel.playback().seek(start);
        list.getSelectionModel().clearAndSelect(index);
        Scrolling.to(list, index, SegmentCell.class, SegmentCell::firstMarkY);
    }

    private void showAgain(Spot left) {
        list.refresh();
        var playback = viewModel.playback();
        if (!playback.playingProperty().get() && playback.positionProperty().get() == 0) {
            playback.seek(left.ms());
        }
        Scrolling.to(list, left);
    }

    /// Where it stands, or null where nothing is shown.
    @Nullable Spot spot() {
        var spot = Scrolling.spot(list);
        return spot == null ? null : spot.at(viewModel.playback().positionProperty().get());
    }

    /// When the marked words are heard; where none are marked, when the place is.
    private static List<Playback.Loop> spans(Transcript transcript, Target target) {
        var place = target.place();
        if (place == null) {
            return List.of();
        }
        var spoken = SpokenText.of(transcript);
        var marked =
                target.marks().stream()
                        .map(mark ->
                                new Place(null, null, null, null, null, mark.start(), mark.end()))
                        .map(spoken::timed);
        return (target.marks().isEmpty() ? Stream.of(place) : marked)
                .flatMap(each -> span(each).stream())
                .toList();
    }

    /// When the first marked words within the place are heard, else when the place is.
    private static long start(Target target, List<Playback.Loop> marked) {
        var place = target.place();
        var whole = place == null ? Optional.<Playback.Loop>empty() : span(place);
        return whole.flatMap(within ->
                        marked.stream()
                                .map(Playback.Loop::startMs)
                                .filter(ms -> ms >= within.startMs() && ms < within.endMs())
                                .findFirst())
                .or(() -> whole.map(Playback.Loop::startMs))
                .orElse(marked.getFirst().startMs());
    }

    private static Optional<Playback.Loop> span(Place place) {
        return place.startMs() == null || place.endMs() == null
                ? Optional.empty()
                : Optional.of(new Playback.Loop(place.startMs(), place.endMs()));
    }

    private static int firstWithin(Transcript transcript, long ms) {
        var segments = transcript.segments();
        int index = 0;
        while (index < segments.size() - 1 && segments.get(index).endMs() <= ms) {
            index++;
        }
        return index;
    }

    private void show(@Nullable Transcript transcript) {
        List<Line> lines = transcript == null ? List.of() : Line.of(transcript);
        var items = list.getItems();
        if (items.size() != lines.size()) {
            items.setAll(lines);
        } else {
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).equals(items.get(i))) {
                    items.set(i, lines.get(i));
                }
            }
        }
        follow();
    }

    private void follow() {
        var transcript = transcript();
        long ms = viewModel.playback().positionProperty().get();
        var now = transcript == null ? null : WordPlace.at(transcript, ms);
        var before = heard.get();
        if (now == null ? before == null : now.equals(before)) {
            return;
        }
        heard.set(now);
        cells.forEach(cell -> cell.follow(now));
        boolean follows = following.get() && viewModel.playback().playingProperty().get();
        if (now != null && follows && (before == null || before.segment() != now.segment())) {
            Scrolling.comfortably(list, now.segment());
        }
    }

    /// Back to what is heard.
    void followAgain() {
        following.set(true);
        var now = heard.get();
        if (now != null) {
            Scrolling.comfortably(list, now.segment());
        }
    }

    private void showFound() {
        cells.forEach(SegmentCell::markFound);
        var now = found().current();
        if (now != null) {
            following.set(false);
            list.getSelectionModel().clearAndSelect(now.segment());
            Scrolling.comfortably(list, now.segment());
        }
    }

    void playFrom(long ms) {
        following.set(true);
        viewModel.playback().playFrom(ms);
    }

    /// Hears the chosen segment from its beginning.
    void playChosen() {
        var line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            playFrom(line.segment().startMs());
        }
    }

    /// Hears the chosen segment, or the one at the position, again and again; or no longer.
    void toggleLoop() {
        var playback = viewModel.playback();
        if (playback.loopProperty().get() != null) {
            playback.loop(null);
            return;
        }
        var now = heard.get();
        int index =
                playback.playingProperty().get() && now != null
                        ? now.segment()
                        : list.getSelectionModel().getSelectedIndex();
        if (index < 0) {
            index = now == null ? 0 : now.segment();
        }
        if (index < list.getItems().size()) {
            var segment = list.getItems().get(index).segment();
            playback.loop(new Playback.Loop(segment.startMs(), segment.endMs()));
        }
    }

    /// Goes to the next word worth a second look after the chosen segment's or heard one's, or to
    /// the one before; after the last comes the first.
    void toDoubtful(boolean forward) {
        var transcript = transcript();
        var all = transcript == null ? List.<WordPlace>of() : WordPlace.doubtful(transcript);
        if (transcript == null || all.isEmpty()) {
            return;
        }
        WordPlace at = heard.get();
        var now = at == null ? new WordPlace(-1, -1) : at;
        var next =
                forward
                        ? all.stream().filter(each -> each.compareTo(now) > 0).findFirst()
                        : all.reversed().stream()
                                .filter(each -> each.compareTo(now) < 0)
                                .findFirst();
        var place = next.orElse(forward ? all.getFirst() : all.getLast());
        var word = transcript.segments().get(place.segment()).words().get(place.word());
        following.set(true);
        list.getSelectionModel().clearAndSelect(place.segment());
        viewModel.playback().seek(word.startMs());
        Scrolling.comfortably(list, place.segment());
    }

    /// The word at which the sound stands is right, if it was doubtful; then the next one.
    void confirm() {
        var transcript = transcript();
        var at = heard.get();
        if (transcript != null && at != null && WordPlace.doubtful(transcript).contains(at)) {
            viewModel.editing().confirm(at);
            toDoubtful(true);
        }
    }

    /// The list is editable for as long as a segment is being edited: else every click on the
    /// chosen one would begin to.
    void edit(int index) {
        following.set(false);
        list.setEditable(true);
        list.edit(index);
    }

    void editChosen() {
        int index = list.getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            edit(index);
        }
    }

    /// Leaves what is being corrected as it was.
    ///
    /// @return whether something was being corrected
    boolean leaveEditing() {
        if (speakers.leave()) {
            return true;
        }
        int index = list.getEditingIndex();
        cells.stream()
                .filter(cell -> cell.isEditing() && cell.getIndex() == index)
                .findFirst()
                .ifPresent(SegmentCell::leaveEditing);
        return index >= 0;
    }

    void typed(Transcript shown, Line line, String text) {
        viewModel.editing().typed(shown, line, text);
    }

    private void handIn() {
        List.copyOf(cells).forEach(SegmentCell::give);
    }

    @Nullable Transcript transcript() {
        return viewModel.editing().transcriptProperty().get();
    }

    String editorName() {
        return texts.text("transcript.correct");
    }

    void nameSpeaker(Line line, Node beside) {
        speakers.show(line, beside, this::focus);
    }

    /// Names who speaks the chosen segment.
    void nameChosen() {
        var line = list.getSelectionModel().getSelectedItem();
        if (line != null) {
            cells.stream()
                    .filter(cell -> line.equals(cell.getItem()))
                    .findFirst()
                    .ifPresent(cell -> speakers.show(line, cell.nameAnchor(), this::focus));
        }
    }

    /// Copies the chosen segments, or all where none is chosen.
    void copy(boolean withTimes) {
        var chosen = list.getSelectionModel().getSelectedItems();
        var lines = chosen.isEmpty() ? list.getItems() : chosen;
        var content = new ClipboardContent();
        content.putString(
                lines.stream()
                        .map(line -> copied(line, withTimes))
                        .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private String copied(Line line, boolean withTimes) {
        var segment = line.segment();
        String who = segment.speaker() == null ? "" : speakerName(segment.speaker()) + ": ";
        return withTimes
                ? "[" + Clock.of(segment.startMs()) + "] " + who + segment.text()
                : segment.text();
    }
}
