//! The words about files of other formats: why one cannot be read and what to do about it, and how one was read.

use super::{sentences, words};

words! {
    // Why a file cannot be read.
    EMPTY = "文件是空的，没有可读的文字", "the file is empty, there is no text to read";
    too_large(mega) = "文件超过 {mega} MB，不读；请删去图片或分成几个文件", "the file is larger than {mega} MB; take out pictures or split it";
    undecodable(line) =
        "第 {line} 行无法解码：既不是 UTF-8、UTF-16，也不是 GB18030；请用 --encoding 指定编码，或另存为 UTF-8 编码的纯文本",
        "line {line} cannot be decoded: it is neither UTF-8, UTF-16 nor GB18030; give --encoding, or save it as plain text in UTF-8";
    not_in_encoding(line, encoding) =
        "第 {line} 行不是 {encoding} 文字；请用 --encoding 指定另一种编码，或另存为 UTF-8 编码的纯文本",
        "line {line} is not {encoding} text; give another --encoding, or save it as plain text in UTF-8";
    binary(line) =
        "第 {line} 行含有二进制内容，不是纯文本；可读 txt、md、html、docx、xlsx、pdf",
        "line {line} has binary content and is no plain text; txt, md, html, docx, xlsx and pdf can be read";
    OLD_DOCUMENT =
        "这是旧版 Word 或 WPS 文档（.doc、.wps）；请用 Word 或 WPS 打开，另存为 .docx 再读",
        "this is a document of an old Word or of WPS (.doc, .wps); open it in Word or WPS and save it as .docx";
    OLD_WORKBOOK =
        "这是旧版 Excel 或 WPS 表格（.xls、.et）；请用 Excel 或 WPS 打开，另存为 .xlsx 再读",
        "this is a workbook of an old Excel or of WPS (.xls, .et); open it in Excel or WPS and save it as .xlsx";
    PROTECTED =
        "文件有密码保护；请用 Word、Excel 或 WPS 打开，取消密码后再读",
        "the file is protected by a password; open it in Word, Excel or WPS and take the password off";
    NEEDS_PDFTOTEXT =
        "读 PDF 需要 pdftotext：请安装 poppler-utils（Debian、Ubuntu：apt install poppler-utils；macOS：brew install poppler），或另存为 .docx",
        "a PDF is read through pdftotext: install poppler-utils (Debian, Ubuntu: apt install poppler-utils; macOS: brew install poppler), or save it as .docx";
    SCANNED =
        "这个 PDF 没有文字，是扫描的图像；请先做文字识别（OCR），或找原始的 Word 文件",
        "this PDF has no text but scanned pages; have its text recognised (OCR) first, or find the Word file";
    ONLY_PICTURES =
        "文件里只有图片，没有文字；请先做文字识别（OCR），或找原始的 Word 文件",
        "the file holds pictures and no text; have their text recognised (OCR) first, or find the Word file";
    OFD =
        "这是 OFD 版式文件；请用 OFD 阅读器或 WPS 转为 .docx 或 PDF 再读",
        "this is an OFD document; convert it to .docx or PDF with an OFD reader or WPS";
    RICH_TEXT =
        "这是 RTF 文档；请用 Word 或 WPS 打开，另存为 .docx 再读", "this is rich text (RTF); open it in Word or WPS and save it as .docx";
    OPEN_DOCUMENT =
        "这是 OpenDocument 文件（.odt、.ods）；请另存为 .docx 或 .xlsx 再读",
        "this is an OpenDocument file (.odt, .ods); save it as .docx or .xlsx";
    PRESENTATION = "这是演示文稿，不读；请把文字另存为 .docx", "this is a presentation; save its text as .docx";
    PICTURE = "这是图片，没有可读的文字；请先做文字识别（OCR）", "this is a picture without text; have its text recognised (OCR) first";
    ARCHIVE = "这是压缩包；请先解压，再读其中的文件", "this is an archive; unpack it and read the files in it";
    pdf_unread(reason) =
        "pdftotext 读不了这个 PDF：{reason}；请用阅读器打开后另存一份，或另存为 .docx",
        "pdftotext cannot read this PDF: {reason}; open it in a reader and save it again, or save it as .docx";
    took_longer(seconds) = "{seconds} 秒内没有读完", "it took longer than {seconds} seconds";
    NO_REASON = "没有说明原因", "it gives no reason";
    in_part(part) = "（{part}）", " ({part})";
    damaged(place, reason) =
        "文件已损坏或不完整{place}：{reason}；请用 Word、Excel 或 WPS 打开，另存后再读",
        "the file is damaged or cut off{place}: {reason}; open it in Word, Excel or WPS and save it again";
    missing(part) =
        "文件中没有 {part}，不是完整的 docx 或 xlsx；请用 Word、Excel 或 WPS 打开，另存后再读",
        "the file has no {part} and is no whole docx or xlsx; open it in Word, Excel or WPS and save it again";
    bomb(part) =
        "{part} 解压后大得反常，不读；请用 Word、Excel 或 WPS 打开，另存后再读",
        "{part} grows beyond reason when unpacked; open it in Word, Excel or WPS and save it again";
    declarations(part) =
        "{part} 自行定义了 XML 实体，不是正常的 docx 或 xlsx，不读", "{part} declares XML entities of its own, which no docx or xlsx does";
    too_deep(place, limit) =
        "文件{place}的元素嵌套超过 {limit} 层，不读", "the elements of the file{place} are nested deeper than {limit}";
    too_much_text(mega) = "文字超过 {mega} MB，不读；请分成几个文件", "there are more than {mega} MB of text; split the file";
    too_many_cells(limit) = "表格超过 {limit} 格，不读；请分成几个文件", "the tables have more than {limit} cells; split the file";
    too_many_columns(limit) = "表格超过 {limit} 列，不读", "a table has more than {limit} columns";
    too_many_elements(limit) = "网页的元素超过 {limit} 个，不读；请另存为纯文本", "the page has more than {limit} elements; save it as plain text";
    too_many_parts(limit) = "文件包中的部分超过 {limit} 个，不读", "the file has more than {limit} parts";
    BAD_XML = "XML 有误", "its XML is wrong";
    CUT_OFF = "内容没有结束", "it breaks off";
    NO_CONTENTS = "找不到文件包的目录", "the list of its parts is not found";
    BAD_PART = "内容与校验不符或无法解压", "it does not match its checksum or cannot be unpacked";
}

sentences! {
    told_encoding(name) = "编码按内容判断为 {name}", "the encoding was told by the content: {name}";
    damaged_places(count, line) =
        "有 {count} 处无法解码，以 � 代替，首处在第 {line} 行",
        "places that could not be decoded: {count}; � stands there, first on line {line}";
    tracked_changes(inserted, deleted) =
        "有修订标记，按全部接受读入：插入 {inserted} 处，删除 {deleted} 处",
        "tracked changes were read as accepted: insertions {inserted}, deletions {deleted}";
    hidden_text(characters) = "隐藏文字 {characters} 字未读入", "hidden text was left out: {characters} characters";
    comments(count) = "批注 {count} 条未读入", "comments were left out: {count}";
    pictures(count) = "图片 {count} 幅，其中的文字未读入", "pictures whose text was not read: {count}";
    page_edges(texts) = "页眉、页脚未读入：{texts}", "headers and footers were left out: {texts}";
    number_kind(kind) =
        "自动编号的样式“{kind}”不认识，以阿拉伯数字写出", "automatic numbers of the unknown kind “{kind}” are written in Arabic digits";
    surroundings(characters) =
        "正文以外的导航等 {characters} 字未读入", "what surrounds the main text was left out: {characters} characters";
    page_title(title) = "正文没有标题，取网页的标题：{title}", "the main text has no title; the one of the page was taken: {title}";
    hidden_cells(sheets, lines) =
        "隐藏的工作表 {sheets} 张、隐藏的行列 {lines} 处未读入", "hidden sheets ({sheets}) and hidden rows and columns ({lines}) were left out";
    cell_errors(count) = "有 {count} 格是公式错误，照原样写出", "cells that hold an error of a formula, written as it is: {count}";
    page_numbers(count) = "页码 {count} 行未读入", "lines with page numbers were left out: {count}";
}
