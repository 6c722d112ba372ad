using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>Puts papers of the project on the list of an application until it is closed, and takes them off while it may still be changed.</summary>
public sealed class SaveWithdrawalEvidence(AppDbContext db, WithdrawalBench bench)
{
    /// <summary>Puts a document of the project on the list; one that stands there stays once.</summary>
    public Task<Outcome<Done>> AddAsync(Guid applicationId, Guid? documentId, CancellationToken cancellation) =>
        bench.OnAsync(applicationId, Rights.EditWithdrawal, found => AddAsync(found.Application, documentId, cancellation), cancellation);

    /// <summary>Takes a document off the list.</summary>
    public Task<Outcome<Done>> RemoveAsync(Guid applicationId, Guid documentId, CancellationToken cancellation) =>
        bench.OnAsync(applicationId, Rights.EditWithdrawal, found => RemoveAsync(found.Application, documentId, cancellation), cancellation);

    private async Task<Outcome<Done>> AddAsync(WithdrawalApplication application, Guid? documentId, CancellationToken cancellation)
    {
        if (application.IsOver)
            return new Refusal("withdrawal-not-editable");
        if (!await db.Documents.AnyAsync(d => d.Id == documentId && d.ProjectId == application.ProjectId, cancellation))
            return new Refusal("unknown-document", "DocumentId");
        if (await db.WithdrawalEvidence.AnyAsync(e => e.ApplicationId == application.Id && e.DocumentId == documentId, cancellation))
            return default(Done);
        db.Add(new WithdrawalEvidence { ProjectId = application.ProjectId, FinancingId = application.FinancingId, ApplicationId = application.Id, DocumentId = documentId!.Value });
        return await bench.SaveAsync(application, application.Version, cancellation);
    }

    private async Task<Outcome<Done>> RemoveAsync(WithdrawalApplication application, Guid documentId, CancellationToken cancellation)
    {
        if (!application.IsEditable)
            return new Refusal("withdrawal-not-editable");
        if (await db.WithdrawalEvidence.FirstOrDefaultAsync(e => e.ApplicationId == application.Id && e.DocumentId == documentId, cancellation) is not { } evidence)
            return Refusals.NotFound;
        db.Remove(evidence);
        return await bench.SaveAsync(application, application.Version, cancellation);
    }
}
