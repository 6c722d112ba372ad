using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Ledger;

/// <summary>The comments of a sheet, those it has and new ones. Each is kept twice, as spreadsheets want it: as a text, and as a box in VML.</summary>
internal sealed class CommentsOf
{
    private static readonly XNamespace Vml = "urn:schemas-microsoft-com:vml";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace Excel = "urn:schemas-microsoft-com:office:excel";

    private readonly Comments _comments;
    private readonly VmlDrawingPart _boxes;
    private readonly XElement _drawing;
    private readonly uint _author;

    public CommentsOf(WorksheetPart sheet, string author)
    {
        var part = sheet.WorksheetCommentsPart ?? sheet.AddNewPart<WorksheetCommentsPart>();
        _comments = part.Comments ??= new Comments(new Authors(), new CommentList());
        _comments.Authors ??= new Authors();
        _comments.CommentList ??= new CommentList();
        _comments.Authors.Append(new Author(author));
        _author = (uint)_comments.Authors.Elements<Author>().Count() - 1;
        (_boxes, _drawing) = BoxesOf(sheet);
    }

    /// <summary>Adds a comment, or goes on with the one that is there.</summary>
    public void Add(int column, int row, string text)
    {
        var reference = CellRef.At(column, row);
        var run = new Run(new Text(CellText.Fit(text, "")) { Space = SpaceProcessingModeValues.Preserve });
        if (_comments.CommentList!.Elements<Comment>().FirstOrDefault(comment => comment.Reference == reference) is { CommentText: { } there })
        {
            there.Append(new Run(new Text("\n\n") { Space = SpaceProcessingModeValues.Preserve }), run);
            return;
        }
        _comments.CommentList.Append(new Comment(new CommentText(run)) { Reference = reference, AuthorId = _author });
        _drawing.Add(Box(column, row - 1));
    }

    public void Save()
    {
        using var xml = _boxes.GetStream(FileMode.Create);
        _drawing.Save(xml);
    }

    private static (VmlDrawingPart Part, XElement Drawing) BoxesOf(WorksheetPart sheet)
    {
        var worksheet = sheet.Worksheet!;
        if (worksheet.GetFirstChild<LegacyDrawing>() is { Id.Value: { } id })
        {
            var there = (VmlDrawingPart)sheet.GetPartById(id);
            using var xml = XmlReader.Create(there.GetStream(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = UploadedWorkbook.MaxPart, CloseInput = true });
            return (there, XElement.Load(xml));
        }
        var part = sheet.AddNewPart<VmlDrawingPart>();
        worksheet.AddChild(new LegacyDrawing { Id = sheet.GetIdOfPart(part) });
        return (part, new XElement(
            "xml",
            new XAttribute(XNamespace.Xmlns + "v", Vml),
            new XAttribute(XNamespace.Xmlns + "o", Office),
            new XAttribute(XNamespace.Xmlns + "x", Excel),
            new XElement(Vml + "shapetype", new XAttribute("id", "_x0000_t202"), new XAttribute("coordsize", "21600,21600"), new XAttribute(Office + "spt", 202), new XAttribute("path", "m,l,21600r21600,l21600,xe"))));
    }

    /// <summary>Hidden until somebody points at the cell, as comments are.</summary>
    private static XElement Box(int column, int row) => new(
        Vml + "shape",
        new XAttribute("type", "#_x0000_t202"),
        new XAttribute("style", "position:absolute;width:220pt;height:90pt;visibility:hidden"),
        new XAttribute("fillcolor", "#ffffe1"),
        new XElement(Vml + "textbox"),
        new XElement(
            Excel + "ClientData",
            new XAttribute("ObjectType", "Note"),
            new XElement(Excel + "Anchor", string.Create(CultureInfo.InvariantCulture, $"{column + 1}, 15, {row}, 10, {column + 4}, 15, {row + 6}, 4")),
            new XElement(Excel + "AutoFill", "False"),
            new XElement(Excel + "Row", row),
            new XElement(Excel + "Column", column)));
}
