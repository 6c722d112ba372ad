using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Domain.Projects;
using ProjectCycle.Features;
using ProjectCycle.Features.Cycles;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.People;
using ProjectCycle.Features.Projects;

namespace ProjectCycle.Testing;

/// <summary>
/// A small province to act in: two units, a person for each role in the first, a partner with an agreement, the real
/// templates. Everything happens through the product's own use cases.
/// </summary>
public sealed class World : IAsyncDisposable
{
    private readonly Dictionary<Role, Person> _people = [];
    private readonly DirectoryInfo _folder;

    private World(TestServices services, DirectoryInfo folder)
    {
        Services = services;
        _folder = folder;
    }

    public TestServices Services { get; }
    public FakeClock Clock => Services.Clock;

    /// <summary>The data folder: documents and written mails.</summary>
    public string FilesDirectory => _folder.FullName;

    public Unit Unit { get; } = Samples.Unit("JAMBI");
    public Unit OtherUnit { get; } = Samples.Unit("LAMPUNG");
    public Partner Partner { get; } = Samples.Partner("KfW Development Bank");
    public Agreement Agreement { get; private set; } = null!;

    /// <summary>The templates this checkout brings along.</summary>
    public static TemplateCatalog Templates { get; } = new(TemplateLoader.LoadFolder(Path.Combine(AppContext.BaseDirectory, "templates", "cycles")).Templates);

    public static async Task<World> CreateAsync(DatabaseProvider provider, Action<IServiceCollection>? register = null)
    {
        var folder = Directory.CreateTempSubdirectory("projectcycle-");
        var services = await TestServices.BorrowAsync(provider, s =>
        {
            s.AddFeatures(new DataFolder(folder.FullName));
            s.AddSingleton(root => new TemplateCatalog(Templates.Now, root.GetRequiredService<TemplateStore>().ReadAsync));
            s.AddMail(new MailOptions(), MailComposer.Load(Path.Combine(AppContext.BaseDirectory, "templates", "mail")).Composer, Path.Combine(folder.FullName, "mail"));
            register?.Invoke(s);
        });
        var world = new World(services, folder);
        await world.PopulateAsync();
        return world;
    }

    /// <summary>The person who holds just this role.</summary>
    public Person Person(Role role) => _people[role];

    /// <summary>One request of the person with this role.</summary>
    public Task<T> AsAsync<TService, T>(Role role, Func<TService, Task<T>> act)
        where TService : notnull => AsAsync(Person(role), act);

    /// <summary>One request of <paramref name="person"/>.</summary>
    public Task<T> AsAsync<TService, T>(Person person, Func<TService, Task<T>> act)
        where TService : notnull => Services.InScopeAsync(services =>
        {
            services.GetRequiredService<CurrentUser>().Become(person, "192.0.2.7");
            return act(services.GetRequiredService<TService>());
        });

    /// <summary>Looks into the database.</summary>
    public Task<T> ReadAsync<T>(Func<AppDbContext, Task<T>> read) =>
        Services.InScopeAsync(services => read(services.GetRequiredService<AppDbContext>()));

    /// <summary>Writes what no use case writes.</summary>
    public Task WriteAsync(Func<AppDbContext, Task> write) =>
        Services.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            await write(db);
            await db.SaveChangesAsync();
        });

    /// <summary>A person with <paramref name="roles"/> in <paramref name="unit"/>, in the database and ready to act.</summary>
    public async Task<Person> AddPersonAsync(string mail, Unit? unit, params Role[] roles)
    {
        var user = Samples.User(mail, roles, unit is null ? [] : [unit]);
        if (roles.Contains(Role.Observer))
            user.Agreements.Add(new AgreementAccess { UserId = user.Id, AgreementId = Agreement.Id });
        await WriteAsync(db =>
        {
            db.Add(user);
            return Task.CompletedTask;
        });
        return PersonReader.Of(user);
    }

    /// <summary>Registers a project of this unit as its staff.</summary>
    public async Task<string> RegisterAsync(string code, string template = "generic", Action<ProjectDetailsChange>? change = null, params StageEntry[] history)
    {
        var wanted = new ProjectDetailsChange(Samples.Details(Unit, code));
        change?.Invoke(wanted);
        var registered = await AsAsync<RegisterProject, Outcome<string>>(Role.Staff, r => r.HandleAsync(wanted.Details, template, history, default));
        return registered.Value;
    }

    /// <summary>The page of a project as the person with <paramref name="role"/> sees it.</summary>
    public Task<ProjectView?> ViewAsync(string code, Role role = Role.Auditor) =>
        AsAsync<ProjectPage, ProjectView?>(role, page => page.FindAsync(code, default));

    /// <summary>Asks for a move as the manager, with the project's present version.</summary>
    public async Task<Outcome<MoveMade>> MoveAsync(string code, MoveKind kind, string? to = null, string reason = "", string obstacle = "", Person? by = null)
    {
        var view = await ViewAsync(code);
        return await AsAsync<MoveProject, Outcome<MoveMade>>(by ?? Person(Role.Manager), move => move.HandleAsync(
            new MoveRequest
            {
                ProjectCode = code,
                Trigger = new Trigger(kind, to),
                Version = view!.Project.Version,
                Reason = reason,
                ObstacleCode = obstacle,
            },
            default));
    }

    /// <summary>Supplies whatever the gate of <paramref name="kind"/> still asks for, each thing by a role that the template names.</summary>
    public async Task SupplyAsync(string code, MoveKind kind)
    {
        var view = await ViewAsync(code);
        var moves = await AsAsync<GateCard, IReadOnlyList<MoveView>>(Role.Manager, card => card.MovesAsync(view!, default));
        foreach (var unmet in moves.Single(m => m.Check.Trigger.Kind == kind).Check.Unmet.ToList())
            await SupplyAsync(code, unmet.Condition);
    }

    /// <summary>Supplies one condition.</summary>
    public async Task SupplyAsync(string code, GateCondition condition)
    {
        var role = condition.SuppliedBy[0];
        var today = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
        switch (condition.Kind)
        {
            case ConditionKind.Document:
                Sound(await AsAsync<AttachDocument, Outcome<Guid>>(role, attach => attach.HandleAsync(code, TextFile(condition.Subject), default)));
                break;
            case ConditionKind.Checklist:
                Sound(await AsAsync<ConfirmItem, Outcome<Done>>(role, confirm => confirm.HandleAsync(code, condition.Subject, true, "", default)));
                break;
            case ConditionKind.Decision:
                Sound(await AsAsync<RecordDecision, Outcome<Done>>(role, record => record.HandleAsync(
                    code, new DecisionInput { AuthorityCode = condition.Subject, Outcome = DecisionOutcome.Approved, DecidedOn = today, LetterNumber = "1/2026" }, default)));
                break;
            case ConditionKind.Work:
                await WorkSamples.CompleteAsync(this, code, role, condition.Subject);
                break;
            default:
                await EditAsync(code, role, change => change.Fill(condition.Subject, today, this));
                break;
        }
    }

    /// <summary>Edits a project as the person with <paramref name="role"/>.</summary>
    public async Task EditAsync(string code, Role role, Action<ProjectDetailsChange> change)
    {
        var project = (await ViewAsync(code))!.Project;
        var wanted = new ProjectDetailsChange(ProjectDetailsChange.Of(project));
        change(wanted);
        Sound(await AsAsync<EditProject, Outcome<Done>>(role, edit => edit.HandleAsync(code, wanted.Details, project.Version, default)));
    }

    /// <summary>A small text file of a kind.</summary>
    public static Attachment TextFile(string kind, string content = "contoh") => new()
    {
        KindCode = kind,
        Title = kind,
        FileName = $"{kind}.txt",
        Content = new MemoryStream(Encoding.UTF8.GetBytes(content)),
    };

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static void Sound<T>(Outcome<T> outcome) => _ = outcome.Value;

    private async Task PopulateAsync()
    {
        Agreement = Samples.Agreement(Partner);
        await WriteAsync(db =>
        {
            db.AddRange(Unit, OtherUnit, Partner, Agreement);
            return Task.CompletedTask;
        });
        foreach (var role in Enum.GetValues<Role>())
        {
            var inUnit = role is Role.Staff or Role.Manager or Role.Finance or Role.Reviewer;
            _people[role] = await AddPersonAsync($"{role.ToString().ToLowerInvariant()}@demo.local", inUnit ? Unit : null, role);
        }
    }
}

/// <summary>Details of a project on their way to a form.</summary>
public sealed class ProjectDetailsChange(ProjectDetails details)
{
    public ProjectDetails Details { get; set; } = details;

    /// <summary>What the edit form would show of <paramref name="project"/>.</summary>
    public static ProjectDetails Of(Project project) => new()
    {
        Code = project.Code,
        NameEn = project.Name.En,
        NameId = project.Name.Id,
        UnitId = project.UnitId,
        OwnerId = project.OwnerId,
        RegionCode = project.RegionCode,
        SectorCode = project.SectorCode,
        Summary = project.Summary,
        RpjmdAlignment = project.RpjmdAlignment,
        PartnerProgramme = project.PartnerProgramme,
        Dates = project.Dates,
        AgreementId = project.AgreementId,
        Partners = [.. project.Partners.Select(p => (p.PartnerId, p.Role))],
        Amounts = [.. project.Amounts.Select(a => (a.Kind, a.Money))],
    };

    /// <summary>Fills the field or date with this code of <see cref="ProjectFields"/>.</summary>
    public void Fill(string field, DateOnly today, World world)
    {
        var rupiah = Domain.Money.Currencies.All["IDR"];
        Details = field switch
        {
            ProjectFields.Summary => Details with { Summary = "Ringkasan." },
            ProjectFields.Owner => Details with { OwnerId = world.Person(Role.Manager).Id },
            ProjectFields.LeadPartner => Details with { Partners = [(world.Partner.Id, PartnerRole.Funding)] },
            ProjectFields.Agreement => Details with { AgreementId = world.Agreement.Id },
            ProjectFields.RpjmdAlignment => Details with { RpjmdAlignment = "Misi 3." },
            ProjectFields.PartnerProgramme => Details with { PartnerProgramme = "Country Programme." },
            ProjectFields.AgreementAmount => Details with { Amounts = [.. Details.Amounts, (AmountKind.Agreement, new(134000000000, rupiah))] },
            ProjectFields.CounterpartAmount => Details with { Amounts = [.. Details.Amounts, (AmountKind.Counterpart, new(0, rupiah))] },
            ProjectFields.PlannedStart => Details with { Dates = Details.Dates with { PlannedStart = today } },
            ProjectFields.SignedOn => Details with { Dates = Details.Dates with { SignedOn = today } },
            ProjectFields.EffectiveOn => Details with { Dates = Details.Dates with { SignedOn = Details.Dates.SignedOn ?? today, EffectiveOn = today } },
            ProjectFields.ClosingOn => Details with { Dates = Details.Dates with { ClosingOn = today } },
            ProjectFields.FirstPaymentOn => Details with { Dates = Details.Dates with { FirstPaymentOn = today } },
            ProjectFields.LastPaymentOn => Details with { Dates = Details.Dates with { LastPaymentOn = today } },
            ProjectFields.CompletedOn => Details with { Dates = Details.Dates with { CompletedOn = today } },
            _ => throw new ArgumentOutOfRangeException(nameof(field), field, "not a field"),
        };
    }
}
