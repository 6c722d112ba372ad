using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.People;

namespace ProjectCycle.Features.Ledger;

/// <summary>Puts papers of the project on the list of an application until it is closed, and takes them off while it may still be changed.</summary>
public sealed class SaveWithdrawalEvidence(AppDbContext db, WithdrawalBench bench)
{
    /// <summary>Puts a document of the project on the list; one that stands there stays once.</summary>
    public async Task<Outcome<Done>> AddAsync(Guid applicationId, Guid? documentId, CancellationToken cancellation)
    {
        var found = await bench.FindAsync(applicationId, Rights.EditWithdrawal, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var application = found.Value.Application;
        if (application.IsOver)
            return new Refusal("withdrawal-not-editable");
        if (!await db.Documents.AnyAsync(d => d.Id == documentId && d.ProjectId == application.ProjectId, cancellation))
            return new Refusal("unknown-document", "DocumentId");
        if (await db.WithdrawalEvidence.AnyAsync(e => e.ApplicationId == applicationId && e.DocumentId == documentId, cancellation))
            return default(Done);
        db.Add(new WithdrawalEvidence { ProjectId = application.ProjectId, FinancingId = application.FinancingId, ApplicationId = applicationId, DocumentId = documentId!.Value });
        try
        {
            return await bench.SaveAsync(application, application.Version, cancellation);
        }
        catch (DbUpdateException failure) when (failure.IsUniqueViolation())
        {
            return default(Done); // somebody put it there at the same moment
        }
    }

    /// <summary>Takes a document off the list.</summary>
    public async Task<Outcome<Done>> RemoveAsync(Guid applicationId, Guid documentId, CancellationToken cancellation)
    {
        var found = await bench.FindAsync(applicationId, Rights.EditWithdrawal, cancellation);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (!found.Value.Application.IsEditable)
            return new Refusal("withdrawal-not-editable");
        if (await db.WithdrawalEvidence.FirstOrDefaultAsync(e => e.ApplicationId == applicationId && e.DocumentId == documentId, cancellation) is not { } evidence)
            return Refusals.NotFound;
        db.Remove(evidence);
        return await bench.SaveAsync(found.Value.Application, found.Value.Application.Version, cancellation);
    }
}
