package dev.pharos.ui;

import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import jfx.incubator.scene.control.richtext.CodeArea;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

import javax.imageio.ImageIO;

/// Takes pictures of notes, written and read, as [Screenshots] does.
final class NoteShots extends Pictures {
    private static final String NOTE =
            """
            ---
            title: The keeper's year
            tags: [lighthouse, work/station]
            status: growing
            done: false
            ---
            # The keeper's year

            What a keeper does in a year, put together from [[The keeper's log]] and from
            **letters** of the _mate_; see also [[Oil and wicks|what burns]] and ==the storm of 1871==. #history/coast

            ## Every day

            - [x] Trim the wick every `4` hours
            - [ ] Polish the lens, as [[Fresnel]] said
            - [ ] Write the log
                - with the wind
                - and the ships

            1. Light the lamp half an hour before sunset
            2. Put it out at sunrise

            > Whoever saw the light knew that the harbour was near.

            | Month | Oil, litres | Remark |
            |-------|------------:|--------|
            | January | 52 | it froze |
            | July | 21 | short nights |

            ![[lamp.png]]

            ## Accounts

            ```java
            var oil = litres.stream().mapToInt(Litre::count).sum();
            ```

            ![[Tides]]

            Rent is paid in October.[^1]

            [^1]: Before that it was paid at midsummer.
            """;

    @Override
    void take() throws Exception {
        var notes = window.library.notes();
        notes.create(
                "Tides",
                "# Tides\n\nHigh water at *six*, low water at noon.\n\n- spring tide\n- neap tide\n",
                "Sea");
        notes.create(
                "The keeper's log",
                "The log says what [[The keeper's year]] leaves out: the storm broke two panes.\n",
                "");
        notes.create(
                "Fresnel",
                "Rings of glass. In The keeper's year the lens is polished daily.\n",
                "People");
        var year = notes.create("The keeper's year", NOTE, "");
        notes.attach(year.id(), lamp(), "lamp.png");
        written();
        read();
        linked();
        around();
        found();
        history();
        thrown();
    }

    private static byte[] lamp() throws IOException {
        var image = new BufferedImage(360, 160, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(24, 40, 66));
        graphics.fillRect(0, 0, 360, 160);
        graphics.setColor(new Color(255, 214, 120));
        graphics.fillOval(150, 30, 60, 60);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(165, 90, 30, 70);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private void open(String name) {
        shortcut(KeyCode.O);
        robot.write(name);
        window.await(
                ".palette .list-cell",
                ListCell.class,
                cell ->
                        cell.isSelected()
                                && String.valueOf(cell.getAccessibleText()).contains(name));
        robot.type(KeyCode.ENTER);
        window.await(".note-title", TextField.class, field -> field.getText().equals(name));
    }

    private void read() throws IOException {
        shortcut(KeyCode.DIGIT3);
        open("The keeper's year");
        robot.clickOn("#asRead");
        picture("100-read");
        var list = window.await("#blocks", ListView.class, Node::isVisible);
        robot.interact(() -> list.scrollTo(12));
        picture("101-read-below");
    }

    private void written() throws IOException {
        shortcut(KeyCode.N);
        picture("102-new");
        robot.write("Oil and wicks").type(KeyCode.ENTER);
        pause(800);
        robot.write("Rapeseed oil burns *clean*. See [[Ti");
        picture("103-completion");
        robot.type(KeyCode.ENTER);
        pause(1500);
    }

    private void linked() throws IOException {
        var area = editing();
        picture("104-source");
        shortcut(KeyCode.E);
        robot.interact(area::requestFocus);
        picture("105-split-or-read");
        shortcut(KeyCode.E);
        picture("106-next");
    }

    private CodeArea editing() {
        robot.clickOn("#asSource");
        return window.await(".note-source", CodeArea.class, Node::isVisible);
    }

    private void around() throws IOException {
        robot.clickOn("#aside");
        picture("107-around");
        robot.clickOn("#asSplit");
        picture("108-split-around");
        robot.clickOn("#aside");
    }

    private void found() throws IOException {
        var area = editing();
        robot.interact(area::requestFocus);
        shortcut(KeyCode.H);
        robot.write("the");
        picture("109-find");
        robot.type(KeyCode.ESCAPE);
    }

    private void history() throws IOException {
        var area = editing();
        robot.interact(() -> area.select(area.getDocumentEnd()));
        robot.interact(area::requestFocus);
        robot.write("The inspector came twice.");
        pause(1500);
        robot.clickOn("#more");
        pause(300);
        picture("110-menu");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.DOWN).type(KeyCode.ENTER);
        picture("111-history");
        robot.type(KeyCode.ESCAPE);
    }

    private void thrown() throws IOException {
        robot.clickOn("#more");
        pause(300);
        robot.type(KeyCode.UP).type(KeyCode.ENTER);
        picture("112-trashed");
    }
}
