using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Data.People;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features.Actors;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Deadlines;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Partners;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Features.Demo;

/// <summary>Plays the demo's cases with the product's use cases. A refusal here is a mistake in the cases and throws.</summary>
internal sealed class DemoStage(
    AppDbContext db,
    CurrentUser user,
    TemplateCatalog templates,
    DemoClock clock,
    IPasswordHasher<User> passwords,
    SaveUnit saveUnit,
    SaveUser saveUser,
    SavePartner savePartner,
    RegisterProject register,
    EditProject edit,
    AttachDocument attach,
    ConfirmItem confirm,
    RequestDecision ask,
    RecordDecision decide,
    MoveProject move,
    SetDeadline deadline,
    DemoIdentification identification,
    DemoCooperation cooperation,
    DemoPreparation preparation,
    DemoTeams teams,
    SaveActor actors,
    DemoAppraisal appraisal,
    DemoLedger ledger,
    NegotiationActs negotiation,
    DemoRates rates,
    DemoContracts contracts,
    DemoWithdrawals withdrawals)
{
    /// <summary>Before the first case begins.</summary>
    private const int OpeningDay = -1900;

    /// <summary>Days before a recurring report is due.</summary>
    private const int ReportedAhead = 15;

    private readonly Dictionary<Role, Guid> _people = [];
    private readonly Dictionary<string, Guid> _units = [];
    private readonly Dictionary<string, Guid> _partners = [];
    private readonly Dictionary<string, Guid> _agreements = [];
    private int _letters;
    private int _cases;

    /// <summary>Units, people, partners, agreements.</summary>
    public async Task OpenAsync(string password, CancellationToken cancellation)
    {
        clock.GoTo(OpeningDay);
        var administrator = new User { DisplayName = DemoPeople.Administrator.Name, LockoutEnabled = true };
        administrator.Email = administrator.UserName = DemoPeople.Administrator.Mail;
        administrator.NormalizedEmail = administrator.NormalizedUserName = DemoPeople.Administrator.Mail.ToUpperInvariant();
        administrator.Roles.Add(new UserRole { UserId = administrator.Id, Role = Role.Administrator });
        db.Add(administrator); // the first one has nobody who could let them in
        await db.SaveChangesAsync(cancellation);
        _people[Role.Administrator] = administrator.Id;

        Be(Role.Administrator);
        foreach (var unit in DemoUnits.All)
            _units[unit.Code] = (await saveUnit.HandleAsync(null, unit, 0, cancellation)).Value;
        foreach (var person in DemoPeople.All.Where(p => p.Role is not (Role.Administrator or Role.Observer)))
            await AddPersonAsync(person, [], cancellation);
        await AddPartnersAsync(cancellation);
        Be(Role.Administrator);
        await AddPersonAsync(DemoPeople.Observer, [_agreements[DemoPartners.KfwLoan]], cancellation);
        await SetPasswordsAsync(password, cancellation);
    }

    /// <summary>Registers the project and lets happen what happened to it.</summary>
    public async Task PlayAsync(DemoCase one, CancellationToken cancellation)
    {
        var project = new Playing(one, await DetailsAsync(one, cancellation));
        Begin(one.RegisteredOn, Role.Staff);
        Sound(await register.HandleAsync(project.Details, one.Template, one.History, cancellation), project);
        if (one.History.Count > 0)
            await TidyAsync(project, cancellation);
        foreach (var act in one.Story.OrderBy(act => act.Day))
            await PlayAsync(project, act, cancellation);
        _cases++;
    }

    /// <summary>The coordination teams, once the projects are there for which they have tasks.</summary>
    public async Task FormTeamsAsync(CancellationToken cancellation)
    {
        Begin(DemoTeams.EnteredOn, Role.Staff);
        await teams.FormAsync(_units, cancellation);
    }

    /// <summary>The exchange rates.</summary>
    public async Task EnterRatesAsync(CancellationToken cancellation)
    {
        Begin(DemoRates.EnteredOn, Role.Finance);
        await rates.FillAsync(cancellation);
    }

    /// <summary>The contracts, and what was drawn, once the projects have agreements with categories that pay for them.</summary>
    public async Task DrawUpContractsAsync(CancellationToken cancellation)
    {
        Begin(DemoContracts.EnteredOn, Role.Finance);
        await rates.FillSamplesAsync(cancellation);
        await contracts.FillAsync(cancellation);
        await withdrawals.FillAsync(Be, cancellation);
    }

    private async Task AddPersonAsync(DemoPerson person, IReadOnlyList<Guid> agreements, CancellationToken cancellation)
    {
        var input = new UserInput
        {
            DisplayName = person.Name,
            Email = person.Mail,
            Language = person.Language,
            Roles = [person.Role],
            UnitIds = person.WorksInUnits ? [.. DemoUnits.Staffed.Select(code => _units[code])] : [],
            AgreementIds = agreements,
        };
        _people[person.Role] = (await saveUser.HandleAsync(null, input, cancellation)).Value;
    }

    private async Task AddPartnersAsync(CancellationToken cancellation)
    {
        Be(Role.Staff);
        foreach (var partner in DemoPartners.All)
            _partners[partner.ShortName != "" ? partner.ShortName : partner.Name] = (await savePartner.HandleAsync(null, partner, 0, cancellation)).Value;
        foreach (var (partner, agreement) in DemoPartners.Agreements)
            _agreements[agreement.Number] = (await savePartner.SaveAgreementAsync(_partners[partner], null, agreement, 0, cancellation)).Value;
    }

    private async Task SetPasswordsAsync(string password, CancellationToken cancellation)
    {
        foreach (var person in await db.Users.ToListAsync(cancellation))
        {
            person.PasswordHash = passwords.HashPassword(person, password);
            person.EmailConfirmed = true;
        }
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<ProjectDetails> DetailsAsync(DemoCase one, CancellationToken cancellation)
    {
        var unit = await db.Units.FirstAsync(u => u.Code == one.Unit, cancellation);
        return new ProjectDetails
        {
            Code = one.Code,
            NameEn = one.Name.En,
            NameId = one.Name.Id,
            UnitId = unit.Id,
            OwnerId = one.Owner is { } role ? _people[role] : null,
            RegionCode = unit.RegionCode,
            SectorCode = one.Sector,
            Summary = one.Summary,
            RpjmdAlignment = one.RpjmdAlignment,
            PartnerProgramme = one.PartnerProgramme,
            Dates = one.Dates,
            AgreementId = one.Agreement is { } number ? _agreements[number] : null,
            Partners = [.. one.Partners.Select(p => (_partners[p.Partner], p.Role))],
            Amounts = [.. one.Amounts.Select(a => (a.Kind, Money.From(a.Amount, Currencies.All[a.Currency])!.Value))],
        };
    }

    /// <summary>
    /// The template starts the deadlines of a stage that was entered years ago on that day: what a running project has met
    /// long since is marked so, and what a mere contact still owes gets a date ahead.
    /// </summary>
    private async Task TidyAsync(Playing project, CancellationToken cancellation)
    {
        var today = clock.Today;
        var past = (await OpenDeadlinesAsync(project, cancellation)).Where(d => d.DueOn < today).OrderBy(d => d.DueOn).ToList();
        foreach (var (old, i) in past.Select((old, i) => (old, i)))
        {
            Begin(project.Case.RegisteredOn, Role.Staff);
            Sound(old.StageCode == StateCodes.Identification
                ? await deadline.ChangeAsync(old.Id, new DeadlineInput { DueOn = today.AddDays(12 + (_cases * 13 % 60) + (i * 45)) }, old.Version, cancellation)
                : await deadline.MeetAsync(old.Id, new DeadlineMet { Note = "Dipenuhi sebelum didaftarkan di sini (contoh). / Met before it was registered here (sample)." }, old.Version, cancellation), project);
        }
    }

    private Task PlayAsync(Playing project, Act act, CancellationToken cancellation) => act switch
    {
        Attach attached => AttachAsync(project, attached, cancellation),
        Confirm confirmed => ConfirmAsync(project, confirmed, cancellation),
        Ask asked => AskAsync(project, asked, cancellation),
        Decide decided => DecideAsync(project, decided, cancellation),
        Move moved => MoveAsync(project, moved, cancellation),
        Set set => SetAsync(project, set, cancellation),
        Meet met => MeetAsync(project, met, cancellation),
        Report report => ReportAsync(project, report, cancellation),
        Postpone postponed => PostponeAsync(project, postponed, cancellation),
        Edit edited => EditAsync(project, edited, cancellation),
        IdentificationAct filled => FillInAsync(project, filled, cancellation),
        Search search => SearchAsync(project, search, cancellation),
        Plan plan => PlanAsync(project, plan, cancellation),
        Involve involved => InvolveAsync(project, involved, cancellation),
        Studied or Leaves or Ready or Verified => PrepareAsync(project, act, cancellation),
        Appraise appraised => AppraiseAsync(project, appraised, cancellation),
        Negotiate negotiated => NegotiateAsync(project, negotiated, cancellation),
        Fund fund => FundAsync(project, fund, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(act)),
    };

    private async Task AttachAsync(Playing project, Attach act, CancellationToken cancellation)
    {
        Begin(act.Day, act.By);
        var version = project.Versions[act.Title] = project.Versions.GetValueOrDefault(act.Title) + 1;
        using var content = new MemoryStream(FileFor(project.Case, act, version));
        var id = Sound(await attach.HandleAsync(project.Code, new Attachment
        {
            KindCode = act.Kind,
            Title = act.Title,
            DocumentId = project.Documents.TryGetValue(act.Title, out var known) ? known : null,
            FileName = $"{project.Code}-{act.Kind}-v{version}{(act.AsText ? ".txt" : ".pdf")}",
            Content = content,
        }, cancellation), project);
        project.Documents[act.Title] = id;
    }

    private byte[] FileFor(DemoCase one, Attach act, int version)
    {
        var kind = templates.Current(one.Template)!.DocumentKinds.FirstOrDefault(k => k.Code == act.Kind)?.Name;
        string[] lines =
        [
            $"{one.Code}: {one.Name.Id} / {one.Name.En}",
            kind is null ? act.Kind : $"{kind.Id} / {kind.En}",
            string.Create(CultureInfo.InvariantCulture, $"Versi / version {version}, {DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime):yyyy-MM-dd}"),
            "",
            "Berkas contoh yang dibuat program untuk uji coba; bukan dokumen resmi.",
            "A sample file made by the program for trying it out; not an official document.",
        ];
        return act.AsText
            ? Encoding.UTF8.GetBytes($"CONTOH / SAMPLE\n\n{act.Title}\n\n{string.Join('\n', lines)}\n")
            : SamplePdf.Write(act.Title, lines);
    }

    private async Task ConfirmAsync(Playing project, Confirm act, CancellationToken cancellation)
    {
        Begin(act.Day, act.By);
        Sound(await confirm.HandleAsync(project.Code, act.Item, confirmed: true, act.Note, cancellation), project);
    }

    private async Task DecideAsync(Playing project, Decide act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Reviewer);
        var on = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Sound(await decide.HandleAsync(project.Code, new DecisionInput
        {
            AuthorityCode = act.Authority,
            Outcome = act.Outcome,
            LetterNumber = string.Create(CultureInfo.InvariantCulture, $"CONTOH/{++_letters:D3}/{on.Year}"),
            DecidedOn = on,
            Reason = act.Reason,
            Conditions = [.. act.Conditions.Select(c => new ConditionInput(c.Text, clock.Today.AddDays(c.Due)))],
        }, cancellation), project);
    }

    private async Task AskAsync(Playing project, Ask act, CancellationToken cancellation)
    {
        Begin(act.Day, act.By);
        Sound(await ask.HandleAsync(project.Code, act.Authority, act.Note, cancellation), project);
    }

    private async Task MoveAsync(Playing project, Move act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Manager);
        var request = new MoveRequest
        {
            ProjectCode = project.Code,
            Trigger = new Trigger(act.Kind, act.To),
            Version = await VersionAsync(project, cancellation),
            Reason = act.Reason,
            ObstacleCode = act.Obstacle,
        };
        Sound(await move.HandleAsync(request, cancellation), project);
    }

    private async Task SetAsync(Playing project, Set act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Staff);
        var input = new DeadlineInput
        {
            Title = act.Title,
            DueOn = clock.Today.AddDays(act.Due),
            ResponsibleId = DemoUnits.Staffed.Contains(project.Case.Unit) ? _people[act.By] : null,
        };
        Sound(await deadline.AddAsync(project.Code, input, cancellation), project);
    }

    private async Task MeetAsync(Playing project, Meet act, CancellationToken cancellation)
    {
        var met = await DeadlineAsync(project, act.Deadline, cancellation);
        Begin(act.Day, act.By);
        Sound(await deadline.MeetAsync(met.Id, new DeadlineMet(), met.Version, cancellation), project);
    }

    private async Task ReportAsync(Playing project, Report act, CancellationToken cancellation)
    {
        var until = clock.Today.AddDays(act.Day + ReportedAhead);
        foreach (var due in (await OpenDeadlinesAsync(project, cancellation)).Where(d => d.RuleCode == act.Deadline && d.DueOn <= until).OrderBy(d => d.DueOn))
        {
            await AttachAsync(project, new Attach(act.Day, act.Kind, act.Title), cancellation);
            Begin(act.Day, Role.Staff);
            Sound(await deadline.MeetAsync(due.Id, new DeadlineMet(), due.Version, cancellation), project);
        }
    }

    private async Task PostponeAsync(Playing project, Postpone act, CancellationToken cancellation)
    {
        var postponed = await DeadlineAsync(project, act.Deadline, cancellation);
        Begin(act.Day, Role.Staff);
        var input = new DeadlineInput { Title = postponed.Title.Id, DueOn = clock.Today.AddDays(act.Due), ResponsibleId = postponed.ResponsibleId };
        Sound(await deadline.ChangeAsync(postponed.Id, input, postponed.Version, cancellation), project);
    }

    private async Task EditAsync(Playing project, Edit act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Staff);
        project.Details = act.Change(project.Details);
        Sound(await edit.HandleAsync(project.Code, project.Details, await VersionAsync(project, cancellation), cancellation), project);
    }

    private async Task FillInAsync(Playing project, IdentificationAct act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Staff);
        Sound<Done>((await identification.PlayAsync(project.Code, act, cancellation)) is { Count: > 0 } refusals ? refusals.ToList() : default(Done), project);
    }

    private Task SearchAsync(Playing project, Search act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Staff);
        return cooperation.SearchAsync(project.Code, act, _partners, cancellation);
    }

    private Task PlanAsync(Playing project, Plan act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Staff);
        return cooperation.PlanAsync(project.Code, act, cancellation);
    }

    private async Task InvolveAsync(Playing project, Involve act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Staff);
        var input = new ActorInput { Kind = act.Kind, Organisation = act.Organisation, Part = act.Part, Person = act.Person };
        Sound(await actors.AddAsync(project.Code, input, cancellation), project);
    }

    private async Task PrepareAsync(Playing project, Act act, CancellationToken cancellation)
    {
        var by = act is Verified ? Role.Reviewer : (act as Ready)?.By ?? Role.Staff;
        Begin(act.Day, by);
        Sound(await preparation.PlayAsync(project.Code, act, _people[by], title => project.Documents[title], cancellation), project);
    }

    private Task AppraiseAsync(Playing project, Appraise act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Staff);
        return appraisal.FillAsync(project.Code, act.Sample, _people, cancellation);
    }

    private Task NegotiateAsync(Playing project, Negotiate act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Staff);
        return act.FillIn(new NegotiationDesk(negotiation, project.Code, clock.Today, _people, project.Documents, cancellation));
    }

    private Task FundAsync(Playing project, Fund act, CancellationToken cancellation)
    {
        Begin(act.Day, Role.Finance);
        return ledger.FillAsync(project.Code, act.Sample, _agreements[act.Sample.Agreement], _people, cancellation);
    }

    private async Task<int> VersionAsync(Playing project, CancellationToken cancellation) =>
        await db.Projects.AsNoTracking().Where(p => p.Code == project.Code).Select(p => p.Version).FirstAsync(cancellation);

    private async Task<Deadline> DeadlineAsync(Playing project, string ruleOrTitle, CancellationToken cancellation) =>
        (await OpenDeadlinesAsync(project, cancellation)).Find(d => d.RuleCode == ruleOrTitle || d.Title.Id == ruleOrTitle)
        ?? throw new InvalidOperationException($"{project.Code} has no open deadline {ruleOrTitle}.");

    private async Task<List<Deadline>> OpenDeadlinesAsync(Playing project, CancellationToken cancellation) =>
        await db.OpenDeadlines.AsNoTracking()
            .Where(d => db.Projects.Any(p => p.Id == d.ProjectId && p.Code == project.Code))
            .ToListAsync(cancellation);

    /// <summary>A day, a person, and a context that has forgotten the act before, as each request of the product has.</summary>
    private void Begin(int day, Role role)
    {
        db.ChangeTracker.Clear();
        clock.GoTo(day);
        Be(role);
    }

    /// <summary>While the demo is filled its people work in every unit; afterwards only in those they belong to.</summary>
    private void Be(Role role)
    {
        var person = DemoPeople.All.Single(p => p.Role == role);
        user.Become(new Person(_people[role], person.Name, person.Language, [role], [.. _units.Values], []), address: "");
    }

    /// <summary>The yield; a refusal is told with where in the cases it was met.</summary>
    private T Sound<T>(Outcome<T> outcome, Playing project) => outcome.Succeeded
        ? outcome.Value
        : throw new InvalidOperationException(
            $"{project.Code} on {clock.GetUtcNow():yyyy-MM-dd}: {string.Join(", ", outcome.Refusals.Select(r => $"{r.Code} {r.Field}{r.Args.FirstOrDefault()}"))}");

    /// <summary>A case while it is played.</summary>
    private sealed class Playing(DemoCase one, ProjectDetails details)
    {
        public DemoCase Case => one;
        public string Code => one.Code;
        public ProjectDetails Details { get; set; } = details;

        /// <summary>Documents by title.</summary>
        public Dictionary<string, Guid> Documents { get; } = [];

        /// <summary>How many versions a title has.</summary>
        public Dictionary<string, int> Versions { get; } = [];
    }
}
