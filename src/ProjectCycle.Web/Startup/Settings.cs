using ProjectCycle.Data;

namespace ProjectCycle.Web.Startup;

/// <summary>What an operator can set, from the section <c>ProjectCycle</c> of the configuration.</summary>
public sealed record Settings
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>Absolute path of the folder that holds everything worth a backup.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Folder of the cycle and mail templates; those that came with the program unless set.</summary>
    public required string TemplatesDirectory { get; init; }

    public required DatabaseProvider Provider { get; init; }
    public required string ConnectionString { get; init; }

    /// <summary>Address under which people reach the program; stands in mails, so it never comes from a request.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>How often one network address may try a password or ask for a link in a minute.</summary>
    public required int SignInsPerMinute { get; init; }

    /// <summary>How often one network address may fetch a calendar in a minute; a whole office may stand behind one.</summary>
    public required int CalendarsPerMinute { get; init; }

    /// <summary>Password of the people of the demo office; null to make one up.</summary>
    public required string? DemoPassword { get; init; }

    public required bool IsDemo { get; init; }

    public static Settings From(IConfiguration configuration, bool isDemo)
    {
        var section = configuration.GetSection("ProjectCycle");
        var directory = Path.GetFullPath(section["DataDirectory"] ?? "data");
        var provider = section.GetValue("Database:Provider", DatabaseProvider.Sqlite);
        return new Settings
        {
            DataDirectory = directory,
            TemplatesDirectory = Path.GetFullPath(section["TemplatesDirectory"] ?? Path.Combine(AppContext.BaseDirectory, "templates")),
            Provider = provider,
            ConnectionString = section["Database:ConnectionString"] ?? DefaultConnection(provider, directory),
            PublicUrl = new Uri(section["PublicUrl"] ?? DefaultUrl),
            SignInsPerMinute = section.GetValue("SignInsPerMinute", 20),
            CalendarsPerMinute = section.GetValue("CalendarsPerMinute", 60),
            DemoPassword = section["DemoPassword"],
            IsDemo = isDemo,
        };
    }

    private static string DefaultConnection(DatabaseProvider provider, string directory) =>
        provider == DatabaseProvider.Sqlite
            ? $"Data Source={Path.Combine(directory, "projectcycle.db")}"
            : throw new InvalidOperationException("ProjectCycle:Database:ConnectionString must name the PostgreSQL database.");
}
