using System.Net;
using ProjectCycle.Domain.Cycles;
using ProjectCycle.Domain.People;
using ProjectCycle.Testing;
using ProjectCycle.Web.Tests.Host;

namespace ProjectCycle.Web.Tests.Templates;

public sealed class TemplatesTests(WebProgram program) : IClassFixture<WebProgram>
{
    [Fact]
    public async Task Details_OfEveryTemplate_SayEveryConditionInWords()
    {
        var (browser, _) = await program.SignedInAsync(Role.Observer);
        foreach (var template in World.Templates.Current())
        {
            var page = await browser.GetAsync($"/templates/{template.Id}");

            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.All(template.Moves.SelectMany(move => move.Gate), condition => Assert.Contains(condition.Text.En, page.Text, StringComparison.Ordinal));
            Assert.Contains($"src=\"/templates/{template.Id}/{template.Version}/diagram\"", page.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/templates/nowhere")]
    [InlineData("/templates/kfw/99")]
    [InlineData("/templates/kfw/99/diagram")]
    public async Task Details_OfATemplateNobodyHas_AreNotFound(string address)
    {
        var (browser, _) = await program.SignedInAsync(Role.Observer);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).Status);
    }

    /// <summary>The one page with a looser policy may load nothing from elsewhere, send nothing, and stand in our own frames only.</summary>
    [Fact]
    public async Task Diagram_WhenAnswered_HasAPolicyOfItsOwn()
    {
        var (browser, _) = await program.SignedInAsync(Role.Observer);

        var page = await browser.GetAsync("/templates/kfw/2/diagram");

        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
            Assert.Single(page.Message.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotMatch("""<style|\sstyle="|<script(?![^>]*\ssrc=)|\son[a-z]+="|<form""", page.Text);
    }

    [Fact]
    public async Task Source_OfTheDiagram_IsAFileInTheReadersLanguage()
    {
        var (browser, _) = await program.SignedInAsync(Role.Observer);

        var file = await browser.GetAsync("/templates/kfw/2/diagram?handler=Source");

        Assert.Equal("kfw-2.en.mmd", file.Message.Content.Headers.ContentDisposition?.FileNameStar);
        Assert.Equal(CycleDiagram.Mermaid(World.Templates.Get("kfw", 2), "en"), file.Text);
    }
}
