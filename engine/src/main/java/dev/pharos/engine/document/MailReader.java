package dev.pharos.engine.document;

import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Mail messages (RFC 5322 and MIME): the plain words where there are any, else the words of the
/// HTML part. Attachments are named, not read. Nothing is fetched.
final class MailReader implements DocumentReader {

    private static final int MAX_DEPTH = 20;

    @Override
    public void read(Path file, Path name, Draft draft) throws IOException {
        var builder = new DefaultMessageBuilder();
        builder.setMimeEntityConfig(
                MimeConfig.custom()
                        .setMaxLineLen(-1)
                        .setMaxHeaderCount(2000)
                        .setMaxHeaderLen(-1)
                        .build());
        Message message;
        try (var in = Files.newInputStream(file)) {
            message = builder.parseMessage(in);
        }
        facts(message, draft);
        var parts = new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        collect(message, parts, 0);
        if (message.getSubject() != null) {
            draft.add(Block.Kind.HEADING, 1, null, message.getSubject());
        }
        words(parts, draft);
        draft.property("attachments", String.join(", ", parts.attachments));
    }

    private record Parts(List<TextBody> plain, List<TextBody> html, List<String> attachments) {}

    private static void facts(Message message, Draft draft) {
        draft.title(message.getSubject());
        draft.property("subject", message.getSubject());
        if (message.getFrom() != null) {
            message.getFrom().forEach(mailbox -> draft.author(shown(mailbox)));
        }
        if (message.getTo() != null) {
            draft.property("to", shown(message.getTo().flatten()));
        }
        if (message.getCc() != null) {
            draft.property("cc", shown(message.getCc().flatten()));
        }
        draft.created(Dates.of(message.getDate()));
    }

    private static String shown(Iterable<Mailbox> mailboxes) {
        var names = new ArrayList<String>();
        mailboxes.forEach(mailbox -> names.add(shown(mailbox)));
        return String.join(", ", names);
    }

    private static String shown(Mailbox mailbox) {
        return mailbox.getName() == null || mailbox.getName().isBlank()
                ? mailbox.getAddress()
                : mailbox.getName() + " <" + mailbox.getAddress() + ">";
    }

    private static void collect(Entity entity, Parts parts, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        switch (entity.getBody()) {
            case Multipart multipart ->
                    multipart.getBodyParts().forEach(part -> collect(part, parts, depth + 1));
            case Message forwarded -> collect(forwarded, parts, depth + 1);
            case TextBody text when entity.getFilename() == null ->
                    ("text/html".equals(entity.getMimeType()) ? parts.html : parts.plain).add(text);
            case null, default -> {
                if (entity.getFilename() != null) {
                    parts.attachments.add(entity.getFilename());
                }
            }
        }
    }

    private static void words(Parts parts, Draft draft) throws IOException {
        int before = draft.blockCount();
        for (var body : parts.plain) {
            PlainTextReader.paragraphs(TextDecoder.unified(text(body)), draft);
        }
        if (draft.blockCount() == before) {
            for (var body : parts.html) {
                var page = HtmlReader.parse(text(body));
                page.select("script, style, template, head").remove();
                HtmlReader.body(page, draft, new MarkupBlocks(draft));
            }
        }
    }

    /// In the declared encoding, or by the bytes where none is declared or known.
    private static String text(TextBody body) throws IOException {
        byte[] bytes;
        try (var in = body.getInputStream()) {
            bytes = in.readAllBytes();
        }
        var declared = body.getMimeCharset();
        if (declared != null
                && !declared.equalsIgnoreCase("us-ascii")
                && Charset.isSupported(declared)) {
            return new String(bytes, Charset.forName(declared));
        }
        var decoded = TextDecoder.decode(bytes);
        return decoded == null ? new String(bytes, StandardCharsets.US_ASCII) : decoded;
    }
}
