namespace ProjectCycle.Features.Mail;

/// <summary>Settings <c>ProjectCycle:Mail:*</c>.</summary>
public sealed record MailOptions
{
    /// <summary>The SMTP server. Empty: mails are written as files to the folder <c>mail</c> under the data folder.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary>STARTTLS; a server without it is then refused.</summary>
    public bool StartTls { get; init; } = true;

    /// <summary>Empty: no sign-in.</summary>
    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>The address mails come from; its domain stands in the Message-ID.</summary>
    public string From { get; init; } = "projectcycle@localhost";

    public string FromName { get; init; } = "ProjectCycle";

    /// <summary>Seconds a whole conversation with the server may take.</summary>
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>Where people reach the program; links in mails begin with it.</summary>
    public string SiteAddress { get; init; } = "http://127.0.0.1:5080";

    /// <summary>The full address of <paramref name="path"/>, which begins with a slash.</summary>
    public string Link(string path) => SiteAddress.TrimEnd('/') + path;
}
