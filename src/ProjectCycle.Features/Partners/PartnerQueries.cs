using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Partners;

/// <summary>A partner as the list shows it.</summary>
/// <param name="Projects">How many projects the reader may see run with it.</param>
public sealed record PartnerRow(Guid Id, PartnerKind Kind, string Name, string ShortName, string CountryCode, int Projects);

/// <summary>A partner with its agreements.</summary>
public sealed record PartnerView(Partner Partner, IReadOnlyList<Agreement> Agreements);

/// <summary>Reads partners.</summary>
public sealed class PartnerQueries(AppDbContext db, CurrentUser user)
{
    public const int PageSize = 50;

    /// <summary>One page by name: two queries. Empty for who may not see partners.</summary>
    public async Task<Paged<PartnerRow>> PageAsync(string search, PartnerKind? kind, int page, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewPartner))
            return new Paged<PartnerRow>([], 0, 1, PageSize);
        var partners = db.Partners.AsNoTracking();
        var word = search.Trim().ToLowerInvariant();
        if (word != "")
            partners = partners.Where(p => p.SearchText.Contains(word));
        if (kind is { } only)
            partners = partners.Where(p => p.Kind == only);
        var total = await partners.CountAsync(cancellation);
        var shown = Paging.Shown(page, PageSize, total);
        var projects = db.Projects.Within(user.Scope(Rights.ViewProject));
        var rows = await partners.OrderBy(p => p.Name).Skip((shown - 1) * PageSize).Take(PageSize)
            .Select(p => new PartnerRow(p.Id, p.Kind, p.Name, p.ShortName, p.CountryCode, projects.Count(x => x.Partners.Any(part => part.PartnerId == p.Id))))
            .ToListAsync(cancellation);
        return new Paged<PartnerRow>(rows, total, shown, PageSize);
    }

    /// <summary>One partner, or null when it is not there or not for this person.</summary>
    public async Task<PartnerView?> FindAsync(Guid id, CancellationToken cancellation)
    {
        if (!user.Can(Rights.ViewPartner))
            return null;
        var partner = await db.Partners.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellation);
        return partner is null
            ? null
            : new PartnerView(partner, await db.Agreements.AsNoTracking().Where(a => a.PartnerId == id).OrderBy(a => a.Number).ToListAsync(cancellation));
    }
}
