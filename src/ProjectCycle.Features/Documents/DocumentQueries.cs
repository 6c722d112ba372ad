using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Documents;

/// <summary>A document as its list shows it, newest version first.</summary>
public sealed record DocumentRow(Guid Id, string KindCode, string Title, string StageCode, IReadOnlyList<DocumentVersionRow> Versions);

/// <summary>One version of a document.</summary>
public sealed record DocumentVersionRow(Guid Id, int Number, string FileName, long Size, string UploadedBy, DateTime UploadedAt, string Hash);

/// <summary>A file to hand out.</summary>
public sealed record Download(Stream Content, string FileName, string ContentType);

/// <summary>Reads a project's papers.</summary>
public sealed class DocumentQueries(AppDbContext db, CurrentUser user, FileStore files)
{
    /// <summary>All documents of a project the person may see: one query.</summary>
    public async Task<IReadOnlyList<DocumentRow>> ListAsync(Guid projectId, CancellationToken cancellation) =>
        await db.Documents.AsNoTracking().Within(db, user.Scope(Rights.ViewProject))
            .Where(d => d.ProjectId == projectId)
            .OrderBy(d => d.KindCode).ThenBy(d => d.Title)
            .Select(d => new DocumentRow(d.Id, d.KindCode, d.Title, d.StageCode, d.Versions.OrderByDescending(v => v.Number)
                .Select(v => new DocumentVersionRow(
                    v.Id, v.Number, v.FileName, v.Size, db.Users.Where(u => u.Id == v.UploadedById).Select(u => u.DisplayName).First(), v.UploadedAt, v.Hash))
                .ToList()))
            .ToListAsync(cancellation);

    /// <summary>The file of a version, or null when it is not there or not for this person.</summary>
    public async Task<Download?> OpenAsync(Guid versionId, CancellationToken cancellation)
    {
        var reached = db.Documents.Within(db, user.Scope(Rights.ViewProject));
        var version = await db.DocumentVersions.AsNoTracking()
            .FirstOrDefaultAsync(v => v.Id == versionId && reached.Any(d => d.Id == v.DocumentId), cancellation);
        return version is null ? null : new Download(files.Open(version.Hash), version.FileName, version.ContentType);
    }
}
