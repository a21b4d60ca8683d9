import { chromium } from 'playwright-core';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const base='http://127.0.0.1:3172';
for (let i=0;i<50;i++){ if(await fetch(base+'/api/health').catch(()=>null)) break; await new Promise(r=>setTimeout(r,200)); }
for (const u of ['/metrics/62-day-wait?period=fy2016-17','/metrics/62-day-wait?period=fy2016-17&alliance=west-midlands','/metrics/62-day-wait','/?period=fy2016-17']) {
  const p = await b.newPage(); const errs:string[]=[]; p.on('pageerror',e=>errs.push(String(e).slice(0,150)));
  const html = await (await fetch(base+u)).text();
  await p.goto(base+u); await p.waitForTimeout(2500);
  const server = await p.evaluate((h)=>{const d=new DOMParser().parseFromString(h,'text/html'); const w=d.createTreeWalker(d.getElementById('app')!,4); const o:string[]=[]; while(w.nextNode()) o.push(w.currentNode.textContent!); return o;},html);
  const client = await p.evaluate(()=>{const w=document.createTreeWalker(document.getElementById('app')!,4); const o:string[]=[]; while(w.nextNode()) o.push(w.currentNode.textContent!); return o;});
  const c=new Set(client); const s=new Set(server);
  console.log(u, errs, server.length, client.length, 'server only:', server.filter(x=>!c.has(x)).slice(0,8));
  await p.close();
}
await b.close();
