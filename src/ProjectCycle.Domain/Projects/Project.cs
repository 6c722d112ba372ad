using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Language;

namespace ProjectCycle.Domain.Projects;

/// <summary>A cooperation project. Its state is written by the cycle machine alone.</summary>
public sealed class Project : IVersioned
{
    private Project()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Unique, fixed once registered; part of the address of its page.</summary>
    public string Code { get; private init; } = "";

    public LocalText Name { get; private set; } = LocalText.Empty;
    public string TemplateId { get; private init; } = "";

    /// <summary>Pinned: a newer version of the template changes nothing here until somebody moves the project to it.</summary>
    public int TemplateVersion { get; private set; }

    public Guid UnitId { get; private init; }

    /// <summary>Who answers for it; reminders go there.</summary>
    public Guid? OwnerId { get; private set; }

    /// <summary>Kemendagri code of a province, regency or city.</summary>
    public string RegionCode { get; private set; } = "";

    /// <summary>Five-digit DAC purpose code; blank while unknown.</summary>
    public string SectorCode { get; private set; } = "";

    /// <summary>Code of a state of the template.</summary>
    public string State { get; private set; } = "";

    /// <summary>The stage to go back to from a hold, or when reopened.</summary>
    public string? ResumeTo { get; private set; }

    /// <summary>Business date on which it entered <see cref="State"/>.</summary>
    public DateOnly StateSince { get; private set; }

    public string Summary { get; private set; } = "";
    public string RpjmdAlignment { get; private set; } = "";
    public string PartnerProgramme { get; private set; } = "";
    public KeyDates Dates { get; private set; } = KeyDates.Unknown;
    public Guid? AgreementId { get; private set; }

    /// <summary>The partner shown in lists; one of <see cref="Partners"/>.</summary>
    public Guid? LeadPartnerId { get; private set; }

    public List<ProjectPartner> Partners { get; } = [];
    public List<ProjectAmount> Amounts { get; } = [];

    /// <summary>What agreements pay for it.</summary>
    public List<Financing> Financings { get; } = [];


    /// <summary>UTC.</summary>
    public DateTime RegisteredAt { get; private init; }

    /// <summary>Code and names in lower case, for search.</summary>
    public string SearchText { get; private set; } = "";

    public int Version { get; set; }

    /// <summary>Registers a project in <paramref name="state"/>; <paramref name="details"/> have been checked.</summary>
    public static Project Register(ProjectDetails details, CycleTemplate template, string state, DateOnly since, DateTime at)
    {
        var project = new Project
        {
            Code = details.Code.Trim(),
            UnitId = details.UnitId,
            TemplateId = template.Id,
            TemplateVersion = template.Version,
            RegisteredAt = at,
        };
        project.Enter(state, since);
        project.Edit(details);
        return project;
    }

    /// <summary>The stage it is in, or was in before it was held, dropped or closed.</summary>
    public string StageIn(CycleTemplate template) => template.State(State).Kind == StateKind.Stage ? State : ResumeTo ?? template.Start;

    /// <summary>Takes over all that may be edited; code, unit and template stay.</summary>
    public void Edit(ProjectDetails details)
    {
        Name = new LocalText(details.NameEn.Trim(), details.NameId.Trim());
        OwnerId = details.OwnerId;
        RegionCode = details.RegionCode;
        SectorCode = details.SectorCode;
        Summary = details.Summary.Trim();
        RpjmdAlignment = details.RpjmdAlignment.Trim();
        PartnerProgramme = details.PartnerProgramme.Trim();
        Dates = details.Dates;
        AgreementId = details.AgreementId;
        LeadPartnerId = details.Partners.Count > 0 ? details.Partners[0].PartnerId : null;
        SearchText = $"{Code} {Name.En} {Name.Id}".ToLowerInvariant();
        Replace(Partners, details.Partners.Select(p => new ProjectPartner { ProjectId = Id, PartnerId = p.PartnerId, Role = p.Role }), p => (p.PartnerId, p.Role));
        Replace(Amounts, details.Amounts.Select(a => new ProjectAmount { ProjectId = Id, Kind = a.Kind, MinorUnits = a.Money.MinorUnits, Currency = a.Money.Currency.Code }), a => (a.Kind, a.MinorUnits, a.Currency));
    }

    /// <summary>Takes over what the leading financing says: its dates are the project's, and its agreement where the project has none.</summary>
    public void Follow(Financing leading)
    {
        Dates = Dates with { SignedOn = leading.SignedOn, EffectiveOn = leading.EffectiveOn, ClosingOn = leading.ClosingOn };
        AgreementId ??= leading.AgreementId;
    }

    /// <summary>The ledger says when the partner paid for the first and for the last time.</summary>
    public void PaidOn(DateOnly? first, DateOnly? last) => Dates = Dates with { FirstPaymentOn = first, LastPaymentOn = last };

    /// <summary>Moves it to another version of its template, in which its stage exists: <see cref="VersionPreview"/> says so before.</summary>
    public void PinTo(CycleTemplate version)
    {
        if (version.Id != TemplateId || !version.Stages.Any(stage => stage.Code == State))
            throw new InvalidOperationException($"{Code} cannot be moved to {version.Id} {version.Version}.");
        TemplateVersion = version.Version;
    }

    /// <summary>For the cycle machine: nothing else may change the state.</summary>
    internal void Enter(string state, DateOnly on, string? resumeTo = null)
    {
        State = state;
        StateSince = on;
        ResumeTo = resumeTo;
    }

    /// <summary>Full days since it entered its state.</summary>
    public int DaysInState(DateOnly today) => Math.Max(0, today.DayNumber - StateSince.DayNumber);

    /// <summary>Codes of <see cref="ProjectFields"/> that hold something.</summary>
    public IReadOnlySet<string> FilledFields()
    {
        var fields = new HashSet<string>(Dates.Known.Keys);
        AddIf(Summary.Length > 0, ProjectFields.Summary);
        AddIf(OwnerId is not null, ProjectFields.Owner);
        AddIf(LeadPartnerId is not null, ProjectFields.LeadPartner);
        AddIf(AgreementId is not null, ProjectFields.Agreement);
        AddIf(RpjmdAlignment.Length > 0, ProjectFields.RpjmdAlignment);
        AddIf(PartnerProgramme.Length > 0, ProjectFields.PartnerProgramme);
        AddIf(Amounts.Exists(a => a.Kind == AmountKind.Agreement), ProjectFields.AgreementAmount);
        AddIf(Amounts.Exists(a => a.Kind == AmountKind.Counterpart), ProjectFields.CounterpartAmount);
        return fields;

        void AddIf(bool filled, string field)
        {
            if (filled)
                fields.Add(field);
        }
    }

    /// <summary>Keeps the rows that stay, so that the audit shows only what changed.</summary>
    private static void Replace<T, TKey>(List<T> rows, IEnumerable<T> wanted, Func<T, TKey> key)
        where TKey : notnull
    {
        var target = wanted.DistinctBy(key).ToDictionary(key);
        rows.RemoveAll(row => !target.ContainsKey(key(row)));
        var kept = rows.Select(key).ToHashSet();
        rows.AddRange(target.Where(pair => !kept.Contains(pair.Key)).Select(pair => pair.Value));
    }
}
