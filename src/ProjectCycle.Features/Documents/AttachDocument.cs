using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Work;

namespace ProjectCycle.Features.Documents;

/// <summary>A file somebody attaches.</summary>
public sealed record Attachment
{
    /// <summary>A document kind of the template, or "other".</summary>
    public required string KindCode { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The document this is a new version of, or null for a new document.</summary>
    public Guid? DocumentId { get; init; }

    public required string FileName { get; init; }

    /// <summary>Seekable.</summary>
    public required Stream Content { get; init; }
}

/// <summary>Attaches a file to a project, as a new document or as the next version of one.</summary>
public sealed class AttachDocument(AppDbContext db, CurrentUser user, TemplateCatalog templates, WorkOverview work, FileStore files, TimeProvider clock)
{
    /// <summary>The kind for papers the template does not ask for.</summary>
    public const string Other = "other";

    /// <returns>The document's id.</returns>
    public async Task<Outcome<Guid>> HandleAsync(string projectCode, Attachment attachment, CancellationToken cancellation)
    {
        if (!user.Can(Rights.AttachDocument))
            return Refusals.NotAllowed;
        var project = await db.Projects.AsNoTracking().Within(user.Scope(Rights.AttachDocument)).FirstOrDefaultAsync(p => p.Code == projectCode, cancellation);
        if (project is null)
            return Refusals.NotFound;
        var template = templates.Get(project.TemplateId, project.TemplateVersion);
        var document = attachment.DocumentId is { } id
            ? await db.Documents.FirstOrDefaultAsync(d => d.Id == id && d.ProjectId == project.Id, cancellation)
            : null;
        if (attachment.DocumentId is not null && document is null)
            return Refusals.NotFound;
        var faults = Fields.Text(attachment.Title, nameof(attachment.Title), max: 300).ToList();
        if (document is null && attachment.KindCode != Other)
            faults.AddRange(await KindFaultsAsync(attachment.KindCode, template, project, cancellation));
        var type = TypeOf(attachment, faults);
        if (faults.Count > 0 || type is null)
            return faults;

        var stored = await files.SaveAsync(attachment.Content, cancellation);
        if (document is null)
        {
            document = new Document
            {
                ProjectId = project.Id,
                KindCode = attachment.KindCode,
                Title = attachment.Title.Trim() is { Length: > 0 } title ? title : Path.GetFileNameWithoutExtension(SafeName(attachment.FileName, type)),
                StageCode = project.State,
            };
            db.Add(document);
        }
        db.Add(await NextVersionAsync(document, attachment, type, stored, cancellation));
        await db.SaveChangesAsync(cancellation);
        return document.Id;
    }

    private async Task<IEnumerable<Refusal>> KindFaultsAsync(string code, CycleTemplate template, Project project, CancellationToken cancellation)
    {
        if (template.DocumentKinds.FirstOrDefault(k => k.Code == code) is not { } kind)
            return [new Refusal("required", nameof(Attachment.KindCode))];
        var lacking = await work.LackingAsync(project.Id, template.NeedsFor(kind, project.StageIn(template)), cancellation);
        return lacking.Count > 0 ? [new Refusal("document-needs-work", nameof(Attachment.KindCode), kind.Name, lacking)] : [];
    }

    private static FileType? TypeOf(Attachment attachment, List<Refusal> faults)
    {
        if (attachment.Content.Length == 0)
            faults.Add(new Refusal("file-empty", "File"));
        else if (attachment.Content.Length > FileTypes.MaxSize)
            faults.Add(new Refusal("file-too-large", "File", FileTypes.MaxSize / 1024 / 1024));
        else if (FileTypes.Sniff(attachment.Content, attachment.FileName) is { } type)
            return type;
        else
            faults.Add(new Refusal("file-type", "File", string.Join(" ", FileTypes.Accepted)));
        return null;
    }

    private async Task<DocumentVersion> NextVersionAsync(
        Document document, Attachment attachment, FileType type, StoredFile stored, CancellationToken cancellation)
    {
        var last = await db.DocumentVersions.Where(v => v.DocumentId == document.Id).MaxAsync(v => (int?)v.Number, cancellation) ?? 0;
        return new DocumentVersion
        {
            DocumentId = document.Id,
            ProjectId = document.ProjectId,
            Number = last + 1,
            Hash = stored.Hash,
            FileName = SafeName(attachment.FileName, type),
            ContentType = type.ContentType,
            Size = stored.Size,
            UploadedById = user.Id,
            UploadedAt = clock.GetUtcNow().UtcDateTime,
        };
    }

    /// <summary>The name without folders and control characters, with the extension that the bytes have earned.</summary>
    private static string SafeName(string fileName, FileType type)
    {
        var name = Path.GetFileNameWithoutExtension(fileName.Replace('\\', '/').Split('/')[^1]);
        var clean = new string([.. name.Where(c => !char.IsControl(c) && !"<>:\"|?*".Contains(c, StringComparison.Ordinal))]).Trim(' ', '.');
        return $"{(clean.Length == 0 ? "file" : clean.Length > 200 ? clean[..200] : clean)}{type.Extension}";
    }
}
