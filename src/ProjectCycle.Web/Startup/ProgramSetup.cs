using Microsoft.AspNetCore.Http.Features;
using ProjectCycle.Data;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features;
using ProjectCycle.Features.Demo;
using ProjectCycle.Features.Documents;
using ProjectCycle.Features.Mail;
using ProjectCycle.Features.Rates;
using ProjectCycle.Jobs;
using ProjectCycle.Web.Account;
using ProjectCycle.Web.Frame;
using ProjectCycle.Web.Language;
using ProjectCycle.Web.Pages.Deadlines;
using ProjectCycle.Web.Pages.Templates;
using ProjectCycle.Web.Security;

namespace ProjectCycle.Web.Startup;

/// <summary>Composes the program. What a request passes through stands in <see cref="Pipeline"/>, which only <see cref="Serve"/> needs.</summary>
internal static class ProgramSetup
{
    /// <summary>A document of 50 MB and the form around it.</summary>
    public const long MaxRequestBody = 55 * 1024 * 1024;

    public static WebApplication Build(string[] args, bool isDemo)
    {
        // Settings and assets lie beside the program, wherever it is started from; only the data folder goes by the current one.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        var settings = Settings.From(builder.Configuration, isDemo);
        Directory.CreateDirectory(settings.DataDirectory);

        AddHosting(builder, settings);
        AddProduct(builder.Services, settings, builder.Configuration);
        AddWeb(builder.Services);
        return builder.Build();
    }

    private static void AddHosting(WebApplicationBuilder builder, Settings settings)
    {
        var urls = builder.Configuration[WebHostDefaults.ServerUrlsKey];
        if (string.IsNullOrEmpty(urls) || (settings.IsDemo && !IsThisMachine(urls)))
            builder.WebHost.UseUrls(Settings.DefaultUrl);
        builder.WebHost.UseStaticWebAssets(); // outside Development too, so that tests and a plain run have their styles
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestBody;
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = MaxRequestBody);
        // Requests are logged with their address, and the address of a calendar is a secret: not even when more is asked of the log.
        builder.Logging.ClearProviders().AddJsonConsole().AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
    }

    /// <summary>The demo's passwords are on the console: it serves nobody else.</summary>
    private static bool IsThisMachine(string urls) =>
        urls.Split(';').All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);

    /// <summary>The product without its pages: what a verb needs as well.</summary>
    private static void AddProduct(IServiceCollection services, Settings settings, IConfiguration configuration)
    {
        services.AddSingleton(settings);
        services.AddSingleton(TimeProvider.System);
        services.AddDatabase(settings.Provider, settings.ConnectionString);
        services.AddSingleton(Read<StallRules>(configuration, "StallWatch").Checked());
        services.AddSingleton(Read<RateRules>(configuration, "Rates").Checked());
        services.AddSingleton(Read<WithdrawalRules>(configuration, "Withdrawals").Checked());
        services.AddFeatures(new DataFolder(settings.DataDirectory));
        services.AddScoped<DemoData>();
        services.AddScoped<BenchmarkSeed>();
        services.AddSingleton<CycleTemplates>();
        services.AddSingleton(root => root.GetRequiredService<CycleTemplates>().Catalog);
        AddMail(services, settings, configuration);
        services.AddJobs(Read<JobsOptions>(configuration, "Jobs"), settings.Provider, settings.ConnectionString);
    }

    private static void AddMail(IServiceCollection services, Settings settings, IConfiguration configuration)
    {
        var (composer, faults) = MailComposer.Load(Path.Combine(settings.TemplatesDirectory, "mail"));
        if (faults.Count > 0)
            throw new InvalidOperationException($"Mail templates are not sound:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}");
        var options = Read<MailOptions>(configuration, "Mail") with { SiteAddress = settings.PublicUrl.ToString() };
        services.AddMail(options, composer, Path.Combine(settings.DataDirectory, "mail"));
    }

    private static T Read<T>(IConfiguration configuration, string section)
        where T : class, new() =>
        configuration.GetSection($"ProjectCycle:{section}").Get<T>() ?? new T();

    private static void AddWeb(IServiceCollection services)
    {
        services.AddIdentityAndRights();
        services.AddKeyRing();
        services.AddSignInLimits();
        services.AddLanguage();
        services.AddScoped<PageFrame>();
        services.AddScoped<PasswordMails>();
        services.AddScoped<DifferenceWords>();
        services.AddScoped<DeadlineWords>();
        services.AddHealthChecks().AddDbContextCheck<AppDbContext>().AddCheck<BackgroundHealth>("background");
        services.AddPages();
    }
}
