using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Ledger.Agreements;

namespace ProjectCycle.Features.Ledger.Withdrawals;

/// <summary>
/// Keeps the days on which the partner paid for the first and the last time in step with the ledger, and the deadlines that are
/// counted from them. The last payment is the one after which none follows, since yearly audits end with it: the ledger knows it once
/// everything is drawn, or when money still comes in the evaluation. Days entered by hand, of payments before the ledger began, stay.
/// Nothing is saved here.
/// </summary>
public sealed class PaymentDates(AppDbContext db, TemplateCatalog templates, DatedDeadlines deadlines)
{
    /// <summary>A payment is booked; its rows are not saved yet.</summary>
    public async Task PaidAsync(IReadOnlyList<Disbursement> rows, CancellationToken cancellation)
    {
        var (project, day) = (await ProjectAsync(rows[0].ProjectId, cancellation), rows[0].ValueDate);
        var (first, last) = (project.Dates.FirstPaymentOn, project.Dates.LastPaymentOn);
        var isLast = last is not null || IsInEvaluation(project) || await IsDrawnAsync(rows, cancellation);
        await SetAsync(project, first < day ? first : day, !isLast || last > day ? last : await LatestAsync(project, day, cancellation), cancellation);
    }

    /// <summary>A payment is taken back: where the day was its own, the nearest of the others' takes its place, or none.</summary>
    public async Task ReversedAsync(Disbursement taken, CancellationToken cancellation)
    {
        var project = await ProjectAsync(taken.ProjectId, cancellation);
        var left = Standing(taken.ProjectId).Where(d => d.Id != taken.Id);
        var first = await left.MinAsync(d => (DateOnly?)d.ValueDate, cancellation);
        var last = IsInEvaluation(project) ? await left.MaxAsync(d => (DateOnly?)d.ValueDate, cancellation) : null;
        await SetAsync(
            project,
            project.Dates.FirstPaymentOn == taken.ValueDate ? first : project.Dates.FirstPaymentOn,
            project.Dates.LastPaymentOn == taken.ValueDate ? last : project.Dates.LastPaymentOn,
            cancellation);
    }

    private Task<Project> ProjectAsync(Guid id, CancellationToken cancellation) => db.Projects.FirstAsync(p => p.Id == id, cancellation);

    /// <summary>Payments that were not taken back.</summary>
    private IQueryable<Disbursement> Standing(Guid project) =>
        db.Disbursements.Where(d => d.ProjectId == project && d.ReversesId == null && !db.Disbursements.Any(r => r.ReversesId == d.Id));

    private async Task<DateOnly> LatestAsync(Project project, DateOnly day, CancellationToken cancellation) =>
        await Standing(project.Id).MaxAsync(d => (DateOnly?)d.ValueDate, cancellation) is { } booked && booked > day ? booked : day;

    private bool IsInEvaluation(Project project) => project.StageIn(TemplateOf(project)) == StateCodes.Evaluation;

    /// <summary>Nothing is left to draw of any agreement of the project.</summary>
    private async Task<bool> IsDrawnAsync(IReadOnlyList<Disbursement> rows, CancellationToken cancellation)
    {
        var project = rows[0].ProjectId;
        var financings = await db.Financings.Where(f => f.ProjectId == project).WithSums(db).Select(f => new { f.Financing.Id, f.Sums }).ToListAsync(cancellation);
        return financings.All(f => f.Sums.Undisbursed <= rows.Where(row => row.FinancingId == f.Id).Sum(row => row.Charged));
    }

    private async Task SetAsync(Project project, DateOnly? first, DateOnly? last, CancellationToken cancellation)
    {
        if ((first, last) == (project.Dates.FirstPaymentOn, project.Dates.LastPaymentOn))
            return;
        project.PaidOn(first, last);
        var unit = await db.Units.FirstAsync(u => u.Id == project.UnitId, cancellation);
        await deadlines.FollowAsync(project, TemplateOf(project), unit, cancellation);
    }

    private CycleTemplate TemplateOf(Project project) => templates.Get(project.TemplateId, project.TemplateVersion);
}
