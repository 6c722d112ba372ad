using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;

namespace ProjectCycle.Features.Ledger;

/// <summary>
/// Keeps the days on which the partner paid for the first and the last time in step with the ledger, and the deadlines that are
/// counted from them. Days entered by hand, of payments before the ledger began, stay. Nothing is saved here.
/// </summary>
public sealed class PaymentDates(AppDbContext db, TemplateCatalog templates, DatedDeadlines deadlines)
{
    /// <summary>A payment of this day is booked.</summary>
    public async Task PaidAsync(Guid projectId, DateOnly day, CancellationToken cancellation)
    {
        var project = await ProjectAsync(projectId, cancellation);
        var (first, last) = (project.Dates.FirstPaymentOn, project.Dates.LastPaymentOn);
        await SetAsync(project, first < day ? first : day, last > day ? last : day, cancellation);
    }

    /// <summary>A payment is taken back: where the day was its own, the nearest of the others' takes its place.</summary>
    public async Task ReversedAsync(Disbursement taken, CancellationToken cancellation)
    {
        var project = await ProjectAsync(taken.ProjectId, cancellation);
        var left = db.Disbursements.Where(d => d.ProjectId == taken.ProjectId && d.Id != taken.Id && d.ReversesId == null && !db.Disbursements.Any(r => r.ReversesId == d.Id));
        var first = await left.MinAsync(d => (DateOnly?)d.ValueDate, cancellation);
        var last = await left.MaxAsync(d => (DateOnly?)d.ValueDate, cancellation);
        await SetAsync(
            project,
            project.Dates.FirstPaymentOn == taken.ValueDate ? first : project.Dates.FirstPaymentOn,
            project.Dates.LastPaymentOn == taken.ValueDate ? last : project.Dates.LastPaymentOn,
            cancellation);
    }

    private Task<Project> ProjectAsync(Guid id, CancellationToken cancellation) => db.Projects.FirstAsync(p => p.Id == id, cancellation);

    private async Task SetAsync(Project project, DateOnly? first, DateOnly? last, CancellationToken cancellation)
    {
        if ((first, last) == (project.Dates.FirstPaymentOn, project.Dates.LastPaymentOn))
            return;
        project.PaidOn(first, last);
        var unit = await db.Units.FirstAsync(u => u.Id == project.UnitId, cancellation);
        await deadlines.FollowAsync(project, templates.Get(project.TemplateId, project.TemplateVersion), unit, cancellation);
    }
}
