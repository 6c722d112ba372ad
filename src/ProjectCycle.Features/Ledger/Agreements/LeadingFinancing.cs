using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;

namespace ProjectCycle.Features.Ledger.Agreements;

/// <summary>Keeps a project in step with its leading financing: dates, agreement, and the deadlines counted from them. Nothing is saved here.</summary>
public sealed class LeadingFinancing(AppDbContext db, TemplateCatalog templates, DatedDeadlines deadlines)
{
    /// <summary>Numbers a new financing and, when it leads, takes its dates over into the project.</summary>
    /// <param name="row">As it shall stand.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task FollowAsync(Financing row, CancellationToken cancellation)
    {
        var others = await Others(row).Select(f => f.Number).ToListAsync(cancellation);
        if (row.Number == 0)
            row.Number = others.DefaultIfEmpty().Max() + 1;
        if (others.TrueForAll(number => number > row.Number))
            await LeadAsync(row, cancellation);
    }

    /// <summary>A financing goes: when it led the next one leads, and where there is none the project keeps its dates.</summary>
    public async Task HandOnAsync(Financing row, CancellationToken cancellation)
    {
        var next = await Others(row).OrderBy(f => f.Number).FirstOrDefaultAsync(cancellation);
        if (next?.Number > row.Number)
            await LeadAsync(next, cancellation);
    }

    private IQueryable<Financing> Others(Financing row) => db.Financings.Where(f => f.ProjectId == row.ProjectId && f.Id != row.Id);

    private async Task LeadAsync(Financing leading, CancellationToken cancellation)
    {
        var project = await db.Projects.FirstAsync(p => p.Id == leading.ProjectId, cancellation);
        var unit = await db.Units.FirstAsync(u => u.Id == project.UnitId, cancellation);
        project.Follow(leading);
        await deadlines.FollowAsync(project, templates.Get(project.TemplateId, project.TemplateVersion), unit, cancellation);
    }
}
