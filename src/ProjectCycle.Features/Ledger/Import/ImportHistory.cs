using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Documents;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>An import as the history shows it.</summary>
/// <param name="Import">The import.</param>
/// <param name="By">Who imported.</param>
/// <param name="UndoneBy">Who undid it; null while it stands.</param>
public sealed record ImportHistoryRow(LedgerImport Import, string By, string? UndoneBy);

/// <summary>Reads the imports of a project.</summary>
public sealed class ImportHistory(AppDbContext db, MoneyRows rows, FileStore files)
{
    /// <summary>So many are shown; older ones stand in the project's history.</summary>
    public const int Shown = 50;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<ImportHistoryRow>> LoadAsync(Guid projectId, CancellationToken cancellation) =>
        await rows.Of<LedgerImport>().Where(i => i.ProjectId == projectId)
            .OrderByDescending(i => i.At).ThenByDescending(i => i.Id).Take(Shown)
            .Select(i => new ImportHistoryRow(
                i,
                db.Users.Where(u => u.Id == i.ById).Select(u => u.DisplayName).First(),
                db.Users.Where(u => u.Id == i.UndoneById).Select(u => u.DisplayName).FirstOrDefault()))
            .ToListAsync(cancellation);

    /// <summary>The file of an import with its name, for those who may import themselves; null otherwise.</summary>
    public async Task<(Stream Content, string Name)?> FileAsync(Guid importId, Guid projectId, CancellationToken cancellation) =>
        await rows.Of<LedgerImport>(Rights.EditContract).FirstOrDefaultAsync(i => i.Id == importId && i.ProjectId == projectId, cancellation) is { } import
            ? (files.Open(import.FileHash), import.FileName)
            : null;
}
