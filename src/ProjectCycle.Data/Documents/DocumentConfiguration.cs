using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ProjectCycle.Domain.Documents;
using ProjectCycle.Domain.Projects;

namespace ProjectCycle.Data.Documents;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.ToTable("Documents");
        document.Property(d => d.KindCode).HasMaxLength(60);
        document.Property(d => d.StageCode).HasMaxLength(40);
        document.Property(d => d.Title).HasMaxLength(300);
        document.HasOne<Project>().WithMany().HasForeignKey(d => d.ProjectId);
        document.HasMany(d => d.Versions).WithOne().HasForeignKey(v => v.DocumentId);
        document.HasIndex(d => new { d.ProjectId, d.KindCode });
    }
}

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> version)
    {
        version.ToTable("DocumentVersions");
        version.Property(v => v.Hash).HasMaxLength(64);
        version.Property(v => v.FileName).HasMaxLength(255);
        version.Property(v => v.ContentType).HasMaxLength(100);
        version.HasOne<Project>().WithMany().HasForeignKey(v => v.ProjectId).OnDelete(DeleteBehavior.NoAction);
        version.HasIndex(v => new { v.DocumentId, v.Number }).IsUnique();
    }
}
