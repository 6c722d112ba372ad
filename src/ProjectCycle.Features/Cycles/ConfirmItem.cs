using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>Confirms a checklist item of a project's template, or takes the confirmation back.</summary>
public sealed class ConfirmItem(AppDbContext db, CurrentUser user, TemplateCatalog templates, TimeProvider clock)
{
    /// <summary>Confirming twice and withdrawing what is not there change nothing.</summary>
    public async Task<Outcome<Done>> HandleAsync(string projectCode, string itemCode, bool confirmed, string note, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ConfirmItem))
            return Refusals.NotAllowed;
        var project = await db.Projects.AsNoTracking().Within(user.Scope(Rights.ConfirmItem)).FirstOrDefaultAsync(p => p.Code == projectCode, cancellation);
        if (project is null)
            return Refusals.NotFound;
        var item = templates.Get(project.TemplateId, project.TemplateVersion).Checklist.FirstOrDefault(i => i.Code == itemCode);
        if (item is null)
            return Refusals.NotFound;
        if (!item.ConfirmedBy.Intersect(user.Roles).Any())
            return Refusals.NotAllowed;
        if (Fields.Text(note, "Note", max: 1000).ToList() is { Count: > 0 } faults)
            return faults;

        var present = await db.Confirmations.FirstOrDefaultAsync(c => c.ProjectId == project.Id && c.ItemCode == itemCode, cancellation);
        if (confirmed && present is null)
        {
            db.Add(new ChecklistConfirmation
            {
                ProjectId = project.Id,
                ItemCode = itemCode,
                ConfirmedById = user.Id,
                ConfirmedAt = clock.GetUtcNow().UtcDateTime,
                Note = note.Trim(),
            });
        }
        else if (!confirmed && present is not null)
        {
            db.Remove(present);
        }
        await db.SaveChangesAsync(cancellation);
        return default(Done);
    }
}
