using ProjectCycle.Domain;
using ProjectCycle.Features.Documents;

namespace ProjectCycle.Web.Documents;

/// <summary>A workbook that somebody sends to be imported.</summary>
internal static class WorkbookUpload
{
    /// <summary>The media type of a workbook.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What is wrong with the file as a whole, before its content is read: its size is looked at first.</summary>
    /// <param name="file">The file; null when none was chosen.</param>
    /// <param name="maxSize">In bytes.</param>
    public static Refusal? FaultOf(IFormFile? file, long maxSize)
    {
        if (file is null)
            return new Refusal("required", "File");
        if (file.Length == 0)
            return new Refusal("file-empty", "File");
        if (file.Length > maxSize)
            return new Refusal("file-too-large", "File", maxSize / 1024 / 1024);
        using var content = file.OpenReadStream();
        return FileTypes.Sniff(content, file.FileName) is { Extension: ".xlsx" } ? null : new Refusal("file-type", "File", ".xlsx");
    }
}
