using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.Reference;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Audit;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.People;

namespace ProjectCycle.Features.Partners;

/// <summary>A partner as a form hands it over.</summary>
public sealed record PartnerInput
{
    public PartnerKind Kind { get; init; }
    public string Name { get; init; } = "";
    public string ShortName { get; init; } = "";
    public string CountryCode { get; init; } = "";
    public string Website { get; init; } = "";
    public string Notes { get; init; } = "";
}

/// <summary>An agreement as a form hands it over.</summary>
public sealed record AgreementInput
{
    public string Number { get; init; } = "";
    public string Title { get; init; } = "";
    public DateOnly? SignedOn { get; init; }
}

/// <summary>Adds and changes partners and their agreements. Partners are shared by all units.</summary>
public sealed class SavePartner(AppDbContext db, CurrentUser user, TemplateCatalog templates, DatedDeadlines deadlines)
{
    /// <summary>Adds a partner, or changes the one with <paramref name="id"/> if it still has <paramref name="version"/>.</summary>
    public async Task<Outcome<Guid>> HandleAsync(Guid? id, PartnerInput input, int version, CancellationToken cancellation)
    {
        if (!user.Can(Rights.EditPartner))
            return Refusals.NotAllowed;
        var partner = id is null ? null : await db.Partners.FirstOrDefaultAsync(p => p.Id == id, cancellation);
        if (id is not null && partner is null)
            return Refusals.NotFound;
        var faults = Faults(input);
        var name = input.Name.Trim();
        if (await db.Partners.AnyAsync(p => p.Name == name && p.Id != id, cancellation))
            faults.Add(new Refusal("name-taken", nameof(input.Name), name));
        if (faults.Count > 0)
            return faults;

        if (partner is null)
            db.Add(partner = new Partner { Kind = input.Kind, Name = name });
        else
            db.Expect(partner, version);
        partner.Kind = input.Kind;
        partner.Name = name;
        partner.ShortName = input.ShortName.Trim();
        partner.CountryCode = input.CountryCode;
        partner.Website = input.Website.Trim();
        partner.Notes = input.Notes.Trim();
        var saved = await db.SaveOrTellAsync(nameof(Partner), partner.Id, cancellation);
        return saved.Succeeded ? partner.Id : saved.Refusals.ToList();
    }

    /// <summary>Adds an agreement with a partner, or changes one.</summary>
    public async Task<Outcome<Guid>> SaveAgreementAsync(Guid partnerId, Guid? id, AgreementInput input, int version, CancellationToken cancellation)
    {
        if (!user.Can(Rights.EditPartner))
            return Refusals.NotAllowed;
        var agreement = id is null ? null : await db.Agreements.FirstOrDefaultAsync(a => a.Id == id && a.PartnerId == partnerId, cancellation);
        if ((id is not null && agreement is null) || !await db.Partners.AnyAsync(p => p.Id == partnerId, cancellation))
            return Refusals.NotFound;
        var number = input.Number.Trim();
        var faults = Fields.Required(input.Number, nameof(input.Number), max: 80)
            .Concat(Fields.Required(input.Title, nameof(input.Title), max: 300))
            .Concat(Fields.Date(input.SignedOn, nameof(input.SignedOn)))
            .ToList();
        if (await db.Agreements.AnyAsync(a => a.Number == number && a.Id != id, cancellation))
            faults.Add(new Refusal("number-taken", nameof(input.Number), number));
        if (faults.Count > 0)
            return faults;

        if (agreement is null)
            db.Add(agreement = new Agreement { PartnerId = partnerId, Number = number, Title = input.Title.Trim() });
        else
            db.Expect(agreement, version);
        agreement.Number = number;
        agreement.Title = input.Title.Trim();
        agreement.SignedOn = input.SignedOn;
        await FollowAsync(agreement.Id, cancellation);
        var saved = await db.SaveOrTellAsync(nameof(Agreement), agreement.Id, cancellation);
        return saved.Succeeded ? agreement.Id : saved.Refusals.ToList();
    }

    /// <summary>Deadlines of projects under the agreement may be counted from its signing.</summary>
    private async Task FollowAsync(Guid agreementId, CancellationToken cancellation)
    {
        var projects = await db.Projects.Where(p => p.AgreementId == agreementId)
            .Join(db.Units, p => p.UnitId, u => u.Id, (p, u) => new { Project = p, Unit = u }).ToListAsync(cancellation);
        foreach (var at in projects)
            await deadlines.FollowAsync(at.Project, templates.Get(at.Project.TemplateId, at.Project.TemplateVersion), at.Unit, cancellation);
    }

    private static List<Refusal> Faults(PartnerInput input)
    {
        var faults = Fields.Required(input.Name, nameof(input.Name), max: 200)
            .Concat(Fields.Text(input.ShortName, nameof(input.ShortName), max: 60))
            .Concat(Fields.Text(input.Website, nameof(input.Website), max: 300))
            .Concat(Fields.Text(input.Notes, nameof(input.Notes), max: 4000))
            .ToList();
        if (!Enum.IsDefined(input.Kind))
            faults.Add(new Refusal("required", nameof(input.Kind)));
        if (input.CountryCode.Length > 0 && !ReferenceData.Countries.ContainsKey(input.CountryCode))
            faults.Add(new Refusal("unknown-country", nameof(input.CountryCode)));
        if (input.Website.Length > 0 && !(Uri.TryCreate(input.Website.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            faults.Add(new Refusal("bad-url", nameof(input.Website)));
        return faults;
    }
}
