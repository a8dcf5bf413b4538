package dev.pharos.ui.note;

import dev.pharos.engine.library.Source;
import dev.pharos.ui.Texts;
import dev.pharos.ui.control.Pulse;
import dev.pharos.ui.control.Scrolling;
import dev.pharos.ui.note.NoteBlock.Callout.Fold;
import dev.pharos.ui.note.Reading.Shown;
import dev.pharos.ui.note.Run.Lead;

import javafx.scene.Node;
import javafx.scene.control.ListView;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A note as its reader sees it, piece by piece. For the JavaFX thread.
final class ReadPane implements BlockNodes.Actions {
    private final ListView<NoteBlock> list = new ListView<>();
    private final Touches touches;
    private final Following following;
    private final PropertyRows properties;
    private final Pulse pulse = new Pulse();

    /// Numbers of the callouts that are otherwise than their author has left them.
    private final Set<Integer> turned = new HashSet<>();

    private Reading reading = Reading.NONE;
    private Cited cited = Cited.NONE;

    ReadPane(Touches touches, Following following, Texts texts) {
        this.touches = touches;
        this.following = following;
        properties = new PropertyRows(touches, texts);
        list.setId("blocks");
        list.getStyleClass().addAll("text-list", "note-read");
        list.setAccessibleText(texts.text("note.readName"));
        var nodes = new BlockNodes(this, texts);
        list.setCellFactory(_ ->
                new NoteBlockCell(nodes, index -> cited.marks().getOrDefault(index, List.of())));
    }

    ListView<NoteBlock> list() {
        return list;
    }

    /// Shows another state of the text; what stays the same stays where it is.
    void show(Reading now) {
        boolean marked = !cited.marks().isEmpty();
        boolean links =
                !reading.resolved().equals(now.resolved()) || !reading.shown().equals(now.shown());
        cited = Cited.NONE;
        reading = now;
        var items = list.getItems();
        var blocks = now.blocks();
        int most = Math.min(items.size(), blocks.size());
        int same = 0;
        while (same < most && items.get(same).equals(blocks.get(same))) {
            same++;
        }
        int after = 0;
        while (after < most - same
                && items.get(items.size() - 1 - after)
                        .equals(blocks.get(blocks.size() - 1 - after))) {
            after++;
        }
        items.remove(same, items.size() - after);
        items.addAll(same, blocks.subList(same, blocks.size() - after));
        if (marked || links) {
            list.refresh();
        }
    }

    /// Shows the words that a hit or a citation names.
    void cite(Cited now) {
        cited = now;
        pulse.arm();
        list.refresh();
        if (now.first() >= 0) {
            Scrolling.to(list, now.first(), NoteBlockCell.class, NoteBlockCell::firstMarkY);
        }
    }

    /// Marks what was found, and shows the place that is the current one.
    void find(Cited now) {
        if (!cited.marks().isEmpty() || !now.marks().isEmpty()) {
            cited = now;
            list.refresh();
            if (now.first() >= 0) {
                Scrolling.to(list, now.first(), NoteBlockCell.class, NoteBlockCell::firstMarkY);
            }
        }
    }

    /// Shows its beginning, and nothing that was cited or found.
    void begin() {
        turned.clear();
        find(Cited.NONE);
        Scrolling.to(list, 0);
    }

    void showBlock(int index) {
        if (index >= 0) {
            Scrolling.to(list, index);
        }
    }

    /// Brings what is written at this place of the Markdown into view.
    void comfortably(int offset) {
        var blocks = list.getItems();
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i).where().end() >= offset) {
                Scrolling.comfortably(list, i);
                return;
            }
        }
    }

    @Override
    public void follow(Lead lead) {
        following.follow(lead);
    }

    @Override
    public void tick(NoteBlock.Item.Box box) {
        touches.tick(box.at(), !box.done());
    }

    @Override
    public @Nullable Source target(Lead.Inside leads) {
        return reading.resolved().get(leads.at());
    }

    @Override
    public Shown shown(Lead.Inside leads) {
        return reading.shown().getOrDefault(Reading.key(leads), new Shown.Missing());
    }

    @Override
    public void cited(Node marks) {
        pulse.of(marks);
    }

    @Override
    public boolean isOpen(NoteBlock.Callout callout) {
        return (callout.fold() == Fold.CLOSED) == turned.contains(callout.number());
    }

    @Override
    public void turn(NoteBlock.Callout callout, boolean open) {
        if (isOpen(callout) != open && !turned.remove(callout.number())) {
            turned.add(callout.number());
        }
    }

    @Override
    public Node properties(NoteBlock.Properties all) {
        return properties.of(all);
    }
}
