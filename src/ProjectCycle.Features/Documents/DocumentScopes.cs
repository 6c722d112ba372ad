using ProjectCycle.Data;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Documents;

/// <summary>Applies a scope to documents.</summary>
internal static class DocumentScopes
{
    private static readonly ProjectScope Everything = new(All: true, [], []);

    /// <summary>
    /// Only the documents of projects inside <paramref name="scope"/>, and for a partner's observer without the papers that rows of
    /// other agreements' ledgers hang on: their invoices, evidence of applications, statements and proofs of covenants.
    /// </summary>
    public static IQueryable<Document> Within(this IQueryable<Document> documents, AppDbContext db, ProjectScope scope)
    {
        var reached = documents.Where(d => db.Projects.Within(scope).Any(p => p.Id == d.ProjectId));
        if (scope.All || scope.AgreementIds.Count == 0)
            return reached;
        var (papers, own) = (PapersOfLedger(db, Everything), PapersOfLedger(db, scope));
        return reached.Where(d => !papers.Any(id => id == d.Id) || own.Any(id => id == d.Id));
    }

    private static IQueryable<Guid?> PapersOfLedger(AppDbContext db, ProjectScope scope) =>
        db.Invoices.Within(db, scope).Select(i => i.DocumentId)
            .Concat(db.Covenants.Within(db, scope).Select(c => c.EvidenceId))
            .Concat(db.AccountReconciliations.Within(db, scope).Select(r => r.StatementId))
            .Concat(db.WithdrawalEvidence.Within(db, scope).Select(e => (Guid?)e.DocumentId));
}
