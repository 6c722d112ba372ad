using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Cycles;
using ProjectCycle.Domain;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Cycles;

/// <summary>
/// Keeps a version of a template from new projects, and offers it again. Retiring the newest is how a version is rolled back:
/// the one before is current again. Projects pinned to it go on, nothing is deleted.
/// </summary>
public sealed class RetireTemplate(AppDbContext db, CurrentUser user, TemplateCatalog templates, TimeProvider clock)
{
    /// <summary>Retires a version; one that is retired already stays as it is.</summary>
    public Task<Outcome<Done>> RetireAsync(string id, int version, CancellationToken cancellation) =>
        MarkAsync(id, version, stored =>
        {
            if (stored.RetiredAt is null)
                stored.Retire(user.Id, clock.GetUtcNow().UtcDateTime);
        }, cancellation);

    /// <summary>Offers a retired version to new projects again; one that is offered stays as it is.</summary>
    public Task<Outcome<Done>> RestoreAsync(string id, int version, CancellationToken cancellation) =>
        MarkAsync(id, version, stored => stored.Restore(), cancellation);

    private async Task<Outcome<Done>> MarkAsync(string id, int version, Action<StoredTemplate> mark, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ManageTemplates))
            return Refusals.NotAllowed;
        if (await db.Templates.FirstOrDefaultAsync(t => t.TemplateId == id && t.Version == version, cancellation) is not { } stored)
            return Refusals.NotFound;
        mark(stored);
        await db.SaveChangesAsync(cancellation);
        await templates.RefreshAsync(cancellation);
        return default(Done);
    }
}
