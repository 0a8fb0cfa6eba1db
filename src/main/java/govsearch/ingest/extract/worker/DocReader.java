package govsearch.ingest.extract.worker;

import govsearch.ingest.extract.RejectedFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.OldWordFileFormatException;
import org.apache.poi.hwpf.usermodel.Notes;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Reads the Word files of 1997 to 2003, and those of WPS, which are the same. */
final class DocReader implements Reader {

  @Override
  public void read(byte[] bytes, Output out) throws RejectedFileException, IOException {
    try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
      refuseOthers(file.getRoot());
      try (HWPFDocument document = new HWPFDocument(file)) {
        read(document, out);
      }
    } catch (EncryptedDocumentException e) {
      throw new RejectedFileException("文件有密码，请去掉密码后再试");
    } catch (OldWordFileFormatException e) {
      throw new RejectedFileException("是 Word 95 或更早的格式，请用 Word 或 WPS 另存为 docx");
    }
  }

  private static void refuseOthers(DirectoryNode root) throws RejectedFileException {
    if (root.hasEntry("EncryptedPackage") || root.hasEntry("EncryptionInfo")) {
      throw new RejectedFileException("文件有密码，请去掉密码后再试");
    }
    if (root.hasEntry("Workbook") || root.hasEntry("Book")) {
      throw new RejectedFileException("是表格文件（xls），不是可读的格式");
    }
    if (root.hasEntry("PowerPoint Document")) {
      throw new RejectedFileException("是演示文稿（ppt），不是可读的格式");
    }
    if (!root.hasEntry("WordDocument")) {
      throw new RejectedFileException("是 Office 文件，但里面没有 Word 文档");
    }
  }

  private static void read(HWPFDocument document, Output out) throws RejectedFileException {
    Map<Integer, List<String>> notes = new HashMap<>();
    notes(document, document.getFootnotes(), document.getFootnoteRange(), notes);
    notes(document, document.getEndnotes(), document.getEndnoteRange(), notes);
    DocLists lists = new DocLists(document.getListTables());
    new DocText(lists, notes, out::line).read(document.getRange());
    new DocText(lists, Map.of(), out::line).read(document.getMainTextboxRange());
  }

  /** Notes by the place that refers to them. */
  private static void notes(
      HWPFDocument document, Notes notes, Range texts, Map<Integer, List<String>> byPlace)
      throws RejectedFileException {
    for (int i = 0; i < notes.getNotesCount(); i++) {
      int start = texts.getStartOffset() + notes.getNoteTextStartOffset(i);
      int end = texts.getStartOffset() + notes.getNoteTextEndOffset(i);
      List<String> lines = new ArrayList<>();
      if (end > start) {
        Range text = new Range(start, end, document);
        new DocText(new DocLists(null), Map.of(), lines::add).read(text);
      }
      byPlace.put(notes.getNoteAnchorPosition(i), lines);
    }
  }
}
